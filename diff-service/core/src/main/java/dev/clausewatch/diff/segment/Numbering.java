package dev.clausewatch.diff.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Decides which printed numbers are clause numbers. A number that could as well be a figure or name another text ({@code 9.99 EUR},
 * {@code Article 6 GDPR}, {@code (30) days}) does so only in sequence with the one before or behind it, or below a heading whose number it
 * carries on.
 */
final class Numbering {

    private static final Pattern DOUBTFUL =
            Pattern.compile("\\A(?:\\d{1,3}(?:\\.\\d{1,3}){1,9}\\z|\\(\\d{1,3}\\)|§|\\p{Lu}\\p{Ll}+\\s)");
    private static final Pattern LABELS = Pattern.compile("\\([a-z0-9]{1,6}\\)");
    private static final Pattern NOT_DIGITS = Pattern.compile("[^0-9]+");

    /** A doubtful number of a provision. */
    private record Doubtful(int provision, boolean bracketed, List<Integer> places) {}

    private Numbering() {}

    /** The provisions, without the numbers that are in no sequence: these are words of their text. */
    static List<Provision> inSequence(List<Provision> provisions) {
        List<Doubtful> doubtful = doubtful(provisions);
        if (doubtful.isEmpty()) {
            return provisions;
        }
        List<Provision> checked = new ArrayList<>(provisions);
        for (int k = 0; k < doubtful.size(); k++) {
            Doubtful number = doubtful.get(k);
            Provision provision = provisions.get(number.provision());
            boolean fits = (k > 0 && follows(doubtful.get(k - 1), number))
                    || (k + 1 < doubtful.size() && follows(number, doubtful.get(k + 1)))
                    || isBelow(provision.headingPath(), number.places());
            if (!fits) {
                checked.set(number.provision(), provision.withoutNumber());
            }
        }
        return checked;
    }

    private static List<Doubtful> doubtful(List<Provision> provisions) {
        List<Doubtful> found = new ArrayList<>();
        for (int i = 0; i < provisions.size(); i++) {
            String number = provisions.get(i).number();
            if (number != null && DOUBTFUL.matcher(number).find()) {
                found.add(new Doubtful(i, number.charAt(0) == '(', places(number)));
            }
        }
        return found;
    }

    /** {@code 4.2} as 4, 2. */
    private static List<Integer> places(String number) {
        String digits =
                number.charAt(0) == '(' ? number : LABELS.matcher(number).replaceAll("");
        List<Integer> places = new ArrayList<>();
        for (String place : NOT_DIGITS.matcher(digits).replaceAll(" ").strip().split(" ", -1)) {
            if (!place.isEmpty()) {
                places.add(Integer.parseInt(place));
            }
        }
        return places;
    }

    /** Whether a number is next after another: one up at some level, and first at those below; or the first below it. */
    private static boolean follows(Doubtful before, Doubtful now) {
        List<Integer> old = before.places();
        List<Integer> next = now.places();
        if (before.bracketed() != now.bracketed() || next.isEmpty()) {
            return false;
        }
        int same = 0;
        while (same < old.size() && same < next.size() && old.get(same).equals(next.get(same))) {
            same++;
        }
        if (same == next.size()) {
            // Such as 5(a) and 5(b).
            return same == old.size();
        }
        boolean up = same == old.size() || next.get(same) == old.get(same) + 1;
        int first = same == old.size() ? same : same + 1;
        return up && next.subList(first, next.size()).stream().allMatch(place -> place <= 1);
    }

    private static boolean isBelow(List<String> headings, List<Integer> places) {
        for (String heading : headings) {
            String number = PrintedNumber.of(heading);
            List<Integer> above = number == null ? List.of() : places(number);
            if (!above.isEmpty()
                    && above.size() < places.size()
                    && places.subList(0, above.size()).equals(above)) {
                return true;
            }
        }
        return false;
    }
}
