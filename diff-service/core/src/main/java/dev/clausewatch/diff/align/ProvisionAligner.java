package dev.clausewatch.diff.align;

import dev.clausewatch.diff.align.StandingWords.Place;
import dev.clausewatch.diff.segment.Interruption;
import dev.clausewatch.diff.segment.Provision;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Aligns the provisions of two texts: first equal provisions in the same order, then equal provisions elsewhere (moves), then edited, split
 * and merged ones, and what then is left over but says what the other text says too. The work is bounded; beyond the bound the rest is aligned by position and the result says so.
 */
public final class ProvisionAligner {

    /** Aligns two texts. */
    public Alignment align(List<Provision> before, List<Provision> after) {
        Matching matching = new Matching(before.size(), after.size());
        inOrder(before, after, matching);
        elsewhere(before, after, matching, provision -> provision.section() + sameness(provision));
        elsewhere(before, after, matching, ProvisionAligner::sameness);
        Copies.pairInPlace(before, after, matching);
        new SimilarPairs(before, after, matching).match();
        Map<Integer, Place> stillStands = StandingWords.find(before, matching::isOpenBefore, after);
        Map<Integer, Place> stood = StandingWords.find(after, matching::isOpenAfter, before);
        StandingWords.pair(stillStands, before, after, matching::isOpenAfter, matching::match);
        StandingWords.pair(stood, after, before, matching::isOpenBefore, (j, i) -> matching.match(i, j));
        Map<Integer, List<Integer>> splits =
                SplitsAndMerges.find(before, after, matching.afterOf(), matching::isOpenAfter);
        Map<Integer, List<Integer>> merges =
                SplitsAndMerges.find(after, before, matching.beforeOf(), matching::isOpenBefore);
        StandingWords.addWholes(splits, stillStands, matching::afterOf, matching::isOpenAfter);
        StandingWords.addWholes(merges, stood, matching::beforeOf, matching::isOpenBefore);
        StandingWords.addParts(splits, stood, after, before, matching::afterOf, matching::isOpenAfter);
        StandingWords.addParts(merges, stillStands, before, after, matching::beforeOf, matching::isOpenBefore);
        Set<Integer> moved = new HashSet<>(matching.outOfOrder());
        moved.addAll(inAnotherSection(before, after, matching));
        return new Alignment(
                matching.beforeOf(),
                matching.afterOf(),
                moved,
                splits,
                merges,
                Standing.of(stillStands, before, after, matching::isOpenBefore),
                Standing.of(stood, after, before, matching::isOpenAfter));
    }

    /** The positions of those texts, such as headings, that provisions of the other version say, if they are long enough to tell. */
    public static Set<Integer> standing(List<Provision> texts, List<Provision> others) {
        return StandingWords.find(texts, i -> true, others).keySet();
    }

    /** Comparison key: equal for provisions with equal words; a provision without words is compared verbatim. */
    private static String sameness(Provision provision) {
        return provision.words().isEmpty() ? provision.text() : provision.words();
    }

    private static void inOrder(List<Provision> before, List<Provision> after, Matching matching) {
        int[] partners = Subsequences.common(
                before.stream().map(ProvisionAligner::sameness).toList(),
                after.stream().map(ProvisionAligner::sameness).toList());
        for (int i = 0; i < partners.length; i++) {
            if (partners[i] >= 0) {
                matching.match(i, partners[i]);
            }
        }
    }

    private static void elsewhere(
            List<Provision> before, List<Provision> after, Matching matching, Function<Provision, String> key) {
        Map<String, Deque<Integer>> open = new HashMap<>();
        for (int j = 0; j < after.size(); j++) {
            if (matching.isOpenAfter(j)) {
                open.computeIfAbsent(key.apply(after.get(j)), k -> new ArrayDeque<>())
                        .add(j);
            }
        }
        if (open.isEmpty()) {
            return;
        }
        for (int i = 0; i < before.size(); i++) {
            Deque<Integer> places = matching.isOpenBefore(i) ? open.get(key.apply(before.get(i))) : null;
            if (places != null && !places.isEmpty()) {
                matching.match(i, places.remove());
            }
        }
    }

    /** A renamed section does not move its provisions: a move needs both sections in both texts. */
    private static List<Integer> inAnotherSection(List<Provision> before, List<Provision> after, Matching matching) {
        // Keyed by text and not by list: {@code HashMap} handles colliding strings well, but not colliding lists.
        Map<String, String> sections = new HashMap<>();
        Function<Provision, String> section = provision ->
                sections.computeIfAbsent(String.join("\n", provision.headingPath()), path -> provision.section());
        Set<String> old = before.stream().map(section).collect(Collectors.toSet());
        Set<String> now = after.stream().map(section).collect(Collectors.toSet());
        List<Integer> moved = new ArrayList<>();
        int[] beforeOf = matching.beforeOf();
        for (int j = 0; j < beforeOf.length; j++) {
            Interruption.check();
            if (beforeOf[j] >= 0) {
                String from = section.apply(before.get(beforeOf[j]));
                String to = section.apply(after.get(j));
                if (!from.equals(to) && now.contains(from) && old.contains(to)) {
                    moved.add(j);
                }
            }
        }
        return moved;
    }
}
