package dev.clausewatch.diff.align;

import dev.clausewatch.diff.segment.Provision;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntBinaryOperator;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Provisions that say the same words several times in a text: which copy is which, and which say nothing that another does not. */
final class Copies {

    /** With so many long copies in a row a text prints a part of itself again. */
    private static final int STRETCH = 3;

    private final List<Provision> before;
    private final List<Provision> after;
    private final Places places;

    private Copies(List<Provision> before, List<Provision> after) {
        this.before = before;
        this.after = after;
        this.places = new Places(before, after);
    }

    /** Pairs copies that stand in the same place, where order alone has paired others. */
    static void pairInPlace(List<Provision> before, List<Provision> after, Matching matching) {
        Set<String> several = standing(before, matching::isOpenBefore, after);
        several.addAll(standing(after, matching::isOpenAfter, before));
        if (!several.isEmpty()) {
            Copies copies = new Copies(before, after);
            copies.pairBefore(several, matching);
            copies.pairAfter(several, matching);
        }
    }

    private void pairBefore(Set<String> several, Matching matching) {
        pair(
                several,
                new Copied(before, places.before(), matching::isOpenBefore),
                new Copied(after, places.after(), matching::isOpenAfter),
                matching::beforeOf,
                matching::rematch);
    }

    private void pairAfter(Set<String> several, Matching matching) {
        pair(
                several,
                new Copied(after, places.after(), matching::isOpenAfter),
                new Copied(before, places.before(), matching::isOpenBefore),
                matching::afterOf,
                (mine, other) -> matching.rematch(other, mine));
    }

    /** One of the texts. */
    private record Copied(List<Provision> provisions, Places.Side places, IntPredicate isOpen) {

        String words(int i) {
            return provisions.get(i).words();
        }

        String key(int i) {
            return places.of(i) + "\n" + words(i);
        }
    }

    private static void pair(
            Set<String> several, Copied mine, Copied others, IntUnaryOperator partner, IntBinaryOperator rematch) {
        Map<String, Deque<Integer>> misplaced = new HashMap<>();
        for (int j = 0; j < others.provisions().size(); j++) {
            if (several.contains(others.words(j))
                    && !others.isOpen().test(j)
                    && !mine.places()
                            .of(partner.applyAsInt(j))
                            .equals(others.places().of(j))) {
                misplaced
                        .computeIfAbsent(others.key(j), key -> new ArrayDeque<>())
                        .add(j);
            }
        }
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < mine.provisions().size(); i++) {
            if (several.contains(mine.words(i)) && mine.isOpen().test(i)) {
                open.add(i);
            }
        }
        while (!open.isEmpty()) {
            int i = open.remove();
            Deque<Integer> free = misplaced.get(mine.key(i));
            if (free != null && !free.isEmpty()) {
                open.add(rematch.applyAsInt(i, free.remove()));
            }
        }
    }

    /** The words of long provisions without partner that provisions of the other text say. */
    private static Set<String> standing(List<Provision> provisions, IntPredicate isOpen, List<Provision> others) {
        Set<String> words = new HashSet<>();
        for (int i = 0; i < provisions.size(); i++) {
            if (isOpen.test(i) && StandingWords.isLong(provisions.get(i))) {
                words.add(provisions.get(i).words());
            }
        }
        Set<String> standing = new HashSet<>();
        if (!words.isEmpty()) {
            others.stream().map(Provision::words).filter(words::contains).forEach(standing::add);
        }
        return standing;
    }

    /**
     * The earlier provisions without partner that a later one says as well, in each place where the earlier text said it: that of a copy, or
     * one with fewer headings above, which holds for more.
     */
    static Set<Integer> collapsed(List<Provision> before, List<Provision> after, IntPredicate isOpen) {
        Set<String> several = standing(before, isOpen, after);
        if (several.isEmpty()) {
            return Set.of();
        }
        Copies copies = new Copies(before, after);
        Map<String, Set<String>> stand = new HashMap<>();
        for (int j = 0; j < after.size(); j++) {
            String words = after.get(j).words();
            if (several.contains(words)) {
                stand.computeIfAbsent(words, key -> new HashSet<>())
                        .add(copies.places.after().of(j));
            }
        }
        Set<String> lost = new HashSet<>();
        Set<Integer> open = new TreeSet<>();
        for (int i = 0; i < before.size(); i++) {
            String words = before.get(i).words();
            Set<String> now = stand.get(words);
            if (now != null) {
                if (copies.places.before().wider(i).stream().noneMatch(now::contains)) {
                    lost.add(words);
                }
                if (isOpen.test(i)) {
                    open.add(i);
                }
            }
        }
        open.removeIf(i -> lost.contains(before.get(i).words()));
        return withWhatIsPrintedBetween(open, before, after, isOpen);
    }

    private static boolean isSaid(Provision line, Set<String> now) {
        return line.words().isEmpty() || now.contains(line.words());
    }

    /** In a stretch that the text printed again, short lines say no more than the long ones beside them. */
    private static Set<Integer> withWhatIsPrintedBetween(
            Set<Integer> copies, List<Provision> before, List<Provision> after, IntPredicate isOpen) {
        Set<String> now = after.stream().map(Provision::words).collect(Collectors.toSet());
        Set<Integer> all = new TreeSet<>(copies);
        int first = 0;
        int found = 0;
        for (int i = 0; i <= before.size(); i++) {
            boolean again = i < before.size()
                    && isOpen.test(i)
                    && (copies.contains(i) || (!StandingWords.isLong(before.get(i)) && isSaid(before.get(i), now)));
            if (again) {
                found += copies.contains(i) ? 1 : 0;
                continue;
            }
            if (found >= STRETCH) {
                IntStream.range(first, i).forEach(all::add);
            }
            first = i + 1;
            found = 0;
        }
        return all;
    }
}
