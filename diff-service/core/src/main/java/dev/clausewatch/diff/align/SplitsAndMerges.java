package dev.clausewatch.diff.align;

import dev.clausewatch.diff.segment.Provision;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds split and merged provisions: matched pairs whose unmatched neighbours contain the rest of the words. */
final class SplitsAndMerges {

    private static final double WHOLE = 0.85;
    private static final double PART = 0.8;
    private static final int MOST_PARTS = 20;
    private static final double ALL = 0.98;

    private SplitsAndMerges() {}

    /** By the position of each whole: the positions of its parts, in order. */
    static Map<Integer, List<Integer>> find(
            List<Provision> wholes, List<Provision> parts, int[] partOf, IntPredicate partIsOpen) {
        Map<Integer, List<Integer>> found = new HashMap<>();
        for (int i = 0; i < wholes.size(); i++) {
            int at = i;
            int j = partOf[i];
            if (j < 0 || !hasOpenNeighbour(j, parts.size(), partIsOpen)) {
                continue;
            }
            Shingles whole = Shingles.of(wholes.get(i).words());
            Shingles matched = Shingles.of(parts.get(j).words());
            if (matched.containedIn(whole) < PART) {
                continue;
            }
            if (whole.likeness(matched) >= ALL) {
                beside(wholes.get(i), parts, j, partIsOpen).ifPresent(both -> found.put(at, both));
                continue;
            }
            int from = j;
            while (from > 0 && j - from < MOST_PARTS && isPart(parts, from - 1, whole, partIsOpen)) {
                from--;
            }
            int to = j;
            while (to + 1 < parts.size() && to - j < MOST_PARTS && isPart(parts, to + 1, whole, partIsOpen)) {
                to++;
            }
            if (to > from && whole.likeness(Shingles.of(joined(parts, from, to))) >= WHOLE) {
                found.put(i, IntStream.rangeClosed(from, to).boxed().toList());
            }
        }
        return found;
    }

    /** A few words that were cut off a long provision, or joined to one: too few to tell by likeness, so all have to be there. */
    private static Optional<List<Integer>> beside(
            Provision whole, List<Provision> parts, int j, IntPredicate partIsOpen) {
        return Stream.of(List.of(j, j + 1), List.of(j - 1, j))
                .filter(both -> both.stream().allMatch(part -> part == j || hasOpenWords(parts, part, partIsOpen)))
                .filter(both -> joined(parts, both.getFirst(), both.getLast()).equals(whole.words()))
                .findFirst();
    }

    private static boolean hasOpenWords(List<Provision> parts, int j, IntPredicate isOpen) {
        return j >= 0
                && j < parts.size()
                && isOpen.test(j)
                && !parts.get(j).words().isEmpty();
    }

    private static boolean hasOpenNeighbour(int j, int size, IntPredicate isOpen) {
        return (j > 0 && isOpen.test(j - 1)) || (j + 1 < size && isOpen.test(j + 1));
    }

    private static boolean isPart(List<Provision> parts, int j, Shingles whole, IntPredicate isOpen) {
        return isOpen.test(j) && Shingles.of(parts.get(j).words()).containedIn(whole) >= PART;
    }

    private static String joined(List<Provision> parts, int from, int to) {
        StringBuilder words = new StringBuilder();
        for (int j = from; j <= to; j++) {
            words.append(words.isEmpty() ? "" : " ").append(parts.get(j).words());
        }
        return words.toString();
    }
}
