package dev.clausewatch.diff.align;

import dev.clausewatch.diff.segment.Provision;
import dev.clausewatch.diff.segment.TextNormalization;
import dev.clausewatch.events.TextFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/** Finds the provisions of one text that have no partner in the other text, but whose words stand there. */
final class StandingWords {

    /** Fewer letters stand anywhere by chance, and mean what is around them. */
    private static final int FEWEST_LETTERS = 30;

    private static final int FEWEST_WITH_ADDRESS = 8;
    /** In code points. */
    private static final int LONGEST_SHORT = 40;

    /** The least share of a provision's letters for those that have them to be what it was. */
    private static final double ENOUGH = 0.25;

    private StandingWords() {}

    /**
     * Where words stand.
     *
     * @param around the position of the provision that holds all of them, or -1
     * @param inside the positions of the provisions that say nothing else, in order; none of both when they stand in a heading
     */
    record Place(int around, List<Integer> inside) {}

    /** Whether a provision is long enough to be the same by more than chance: in letters, or printed with an address. */
    static boolean isLong(Provision provision) {
        int letters = letters(provision);
        return letters >= FEWEST_LETTERS
                || (letters >= FEWEST_WITH_ADDRESS
                        && TextFormat.length(TextNormalization.withoutMarkup(provision.text())) > LONGEST_SHORT);
    }

    /** By position of a provision without partner: where its words stand in the other text. */
    static Map<Integer, Place> find(List<Provision> provisions, IntPredicate isOpen, List<Provision> others) {
        List<Integer> open = new ArrayList<>();
        List<String> passages = new ArrayList<>();
        for (int i = 0; i < provisions.size(); i++) {
            if (isOpen.test(i) && isLong(provisions.get(i))) {
                open.add(i);
                passages.add(LetterStream.lettersOf(provisions.get(i).words()));
            }
        }
        Map<Integer, Place> found = new TreeMap<>();
        if (open.isEmpty()) {
            return found;
        }
        LetterStream text = new LetterStream(others);
        int[] starts = new PassageSearch(passages).firstIn(text, passages);
        for (int k = 0; k < starts.length; k++) {
            if (starts[k] >= 0) {
                found.put(
                        open.get(k),
                        place(text, starts[k], starts[k] + passages.get(k).length()));
            }
        }
        return found;
    }

    /**
     * Pairs provisions without partner: one that holds others with the longest of them, when they are a good part of it, and one that says
     * what several say with the longest of those.
     */
    static void pair(
            Map<Integer, Place> places,
            List<Provision> provisions,
            List<Provision> others,
            IntPredicate isOpenOther,
            IntPairs pairs) {
        record Candidate(int mine, int other, int letters) {}
        int[] held = new int[others.size()];
        places.forEach((i, place) -> {
            if (place.around() >= 0) {
                held[place.around()] += letters(provisions.get(i));
            }
        });
        List<Candidate> candidates = new ArrayList<>();
        places.forEach((i, place) -> {
            int around = place.around();
            if (around >= 0 && held[around] >= ENOUGH * letters(others.get(around))) {
                candidates.add(new Candidate(i, around, letters(provisions.get(i))));
            }
            List<Integer> parts =
                    place.inside().stream().filter(isOpenOther::test).toList();
            int said = parts.stream().mapToInt(j -> letters(others.get(j))).sum();
            if (said >= ENOUGH * letters(provisions.get(i))) {
                parts.forEach(j -> candidates.add(new Candidate(i, j, letters(others.get(j)))));
            }
        });
        candidates.sort(Comparator.comparingInt(Candidate::letters)
                .reversed()
                .thenComparingInt(Candidate::mine)
                .thenComparingInt(Candidate::other));
        candidates.forEach(candidate -> pairs.match(candidate.mine(), candidate.other()));
    }

    /**
     * Adds the provisions that together say what a provision says, which has one of them for a partner.
     *
     * @param wholes by position: the positions of its parts in the other text
     * @param partner of a position, in the other text
     */
    static void addWholes(
            Map<Integer, List<Integer>> wholes,
            Map<Integer, Place> places,
            IntUnaryOperator partner,
            IntPredicate isOpenOther) {
        places.forEach((i, place) -> {
            int main = partner.applyAsInt(i);
            if (main >= 0 && place.inside().size() > 1 && place.inside().contains(main)) {
                List<Integer> parts = place.inside().stream()
                        .filter(j -> j == main || isOpenOther.test(j))
                        .toList();
                if (parts.size() > 1) {
                    wholes.put(i, parts);
                }
            }
        });
    }

    /** Takes pairs of positions, mine and the other text's. */
    interface IntPairs {
        void match(int mine, int other);
    }

    /**
     * Adds the provisions whose words stand in a provision that has a partner and says something else than that: parts of it.
     *
     * @param wholes by the position in the other text: the positions of its parts
     * @param partner of a position in the other text
     */
    static void addParts(
            Map<Integer, List<Integer>> wholes,
            Map<Integer, Place> places,
            List<Provision> provisions,
            List<Provision> others,
            IntUnaryOperator partner,
            IntPredicate isOpen) {
        Set<Integer> parts = new HashSet<>();
        wholes.values().forEach(parts::addAll);
        Map<Integer, TreeSet<Integer>> found = new HashMap<>();
        places.forEach((i, place) -> {
            int whole = place.around();
            int main = whole < 0 ? -1 : partner.applyAsInt(whole);
            if (main >= 0
                    && isOpen.test(i)
                    && !parts.contains(i)
                    && !provisions.get(main).words().equals(others.get(whole).words())) {
                found.computeIfAbsent(whole, key -> new TreeSet<>(wholes.getOrDefault(key, List.of(main))))
                        .add(i);
            }
        });
        found.forEach((whole, all) -> wholes.put(whole, List.copyOf(all)));
    }

    private static int letters(Provision provision) {
        return LetterStream.lettersOf(provision.words()).length();
    }

    private static Place place(LetterStream text, int from, int to) {
        List<Integer> touched = text.touched(from, to);
        boolean held = touched.size() == 1 && text.holds(touched.getFirst(), from, to);
        return new Place(
                held ? touched.getFirst() : -1,
                touched.stream().filter(i -> text.isWithin(i, from, to)).toList());
    }
}
