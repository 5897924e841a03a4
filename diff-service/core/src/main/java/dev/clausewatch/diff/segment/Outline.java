package dev.clausewatch.diff.segment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The headings of a text, and below which of them each provision stands.
 *
 * @param headings in order
 * @param titles by heading: its letters without number and capitals, equal for two headings that say the same
 * @param above by provision: the positions of the headings above it, outermost first
 */
public record Outline(List<Heading> headings, List<String> titles, List<List<Integer>> above) {

    /** A number as headings print it, beyond what clauses do: {@code 6.. Fees}, {@code 4.Fees}, {@code Part II: Fees}. */
    private static final Pattern LABEL = Pattern.compile("\\A(?:\\d{1,3}\\.++\\s*+(?=\\p{L})"
            + "|(?i:section|article|clause|paragraph|annex|appendix|exhibit|schedule|part|chapter)\\s"
            + "(?:(?:\\d{1,3}|[IVXLC]{1,6}|[A-Z])(?:\\s?[.:–—]++\\s*+|\\s?-++\\s++)"
            // "Article 6 GDPR" names a law.
            + "|(?:\\d{1,2}|[IVX]{1,6})\\s++(?=\\p{Lu}\\p{Ll})))");

    private static final Pattern BARE_NUMBER = Pattern.compile("\\A(\\d{1,2})\\s++(?=\\p{Lu})");

    public Outline {
        headings = List.copyOf(headings);
        titles = List.copyOf(titles);
        above = List.copyOf(above);
    }

    /** The outline of a text that is cut into provisions. */
    public static Outline of(List<Heading> headings, List<Provision> provisions) {
        List<String> printed = headings.stream()
                .map(heading -> TextNormalization.withoutMarkup(heading.text()))
                .toList();
        Set<Integer> numbers = new HashSet<>();
        printed.forEach(title -> {
            Matcher number = BARE_NUMBER.matcher(title);
            if (number.lookingAt()) {
                numbers.add(Integer.valueOf(number.group(1)));
            }
        });
        return new Outline(
                headings, printed.stream().map(title -> letters(title, numbers)).toList(), above(headings, provisions));
    }

    /** Whether a provision is one of the headings. */
    public boolean isHeading(Provision provision) {
        int low = 0;
        int high = headings.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int start = headings.get(middle).start();
            if (start == provision.start()) {
                return true;
            }
            low = start < provision.start() ? middle + 1 : low;
            high = start < provision.start() ? high : middle - 1;
        }
        return false;
    }

    /** Words that are joined or taken apart stay the same words. */
    public static String letters(String words) {
        return words.replace(" and ", " & ").replace(" ", "");
    }

    private static String letters(String title, Set<Integer> numbers) {
        String named = LABEL.matcher(PrintedNumber.without(title)).replaceFirst("");
        Matcher number = BARE_NUMBER.matcher(named);
        return letters(TextNormalization.of(
                number.lookingAt() && isOfSequence(Integer.parseInt(number.group(1)), numbers)
                        ? named.substring(number.end())
                        : named));
    }

    /** A figure alone may be what counts, as in "30 Day Trial"; next to a heading with the figure before or behind it, it is a number. */
    private static boolean isOfSequence(int number, Set<Integer> numbers) {
        return numbers.contains(number - 1) || numbers.contains(number + 1);
    }

    private static List<List<Integer>> above(List<Heading> headings, List<Provision> provisions) {
        List<List<Integer>> above = new ArrayList<>(provisions.size());
        List<Integer> open = new ArrayList<>();
        List<Integer> last = List.of();
        int next = 0;
        for (Provision provision : provisions) {
            Interruption.check();
            while (next < headings.size() && headings.get(next).start() < provision.start()) {
                int depth = headings.get(next).path().size() - 1;
                open.subList(Math.min(depth, open.size()), open.size()).clear();
                open.add(next++);
            }
            List<Integer> own = open.subList(0, Math.min(provision.headingPath().size(), open.size()));
            last = own.equals(last) ? last : List.copyOf(own);
            above.add(last);
        }
        return above;
    }
}
