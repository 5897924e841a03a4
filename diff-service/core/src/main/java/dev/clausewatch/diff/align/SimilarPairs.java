package dev.clausewatch.diff.align;

import dev.clausewatch.diff.segment.Interruption;
import dev.clausewatch.diff.segment.Provision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Finds edited provisions among the unmatched ones, by similarity of words and, when that ties, by position. */
final class SimilarPairs {

    static final double ALIKE = 0.5;
    /** Enough for two provisions in the same place under the same number. */
    static final double ALIKE_IN_PLACE = 0.25;

    private static final int COMMON_SHINGLE = 40;
    private static final int CANDIDATES = 12;
    private static final int NEIGHBOURS = 4;
    private static final int MOST_COMPARISONS = 160_000;

    private final List<Provision> before;
    private final List<Provision> after;
    private final Matching matching;
    private final int[] gapBefore;
    private final int[] gapAfter;
    private final Map<Integer, Shingles> shinglesBefore = new HashMap<>();
    private final Map<Integer, Shingles> shinglesAfter = new HashMap<>();

    private record Candidate(int before, int after, double score) {}

    SimilarPairs(List<Provision> before, List<Provision> after, Matching matching) {
        this.before = before;
        this.after = after;
        this.matching = matching;
        this.gapBefore = new int[before.size()];
        this.gapAfter = new int[after.size()];
    }

    /** Matches what is similar enough; where there is too much to compare, what is in place only. */
    void match() {
        measureGaps();
        List<Integer> openBefore = open(before.size(), true);
        List<Integer> openAfter = open(after.size(), false);
        List<Candidate> candidates = candidates(openBefore, openAfter);
        candidates.sort(Comparator.comparingDouble(Candidate::score)
                .reversed()
                .thenComparingInt(candidate -> Math.abs(candidate.before() - candidate.after()))
                .thenComparingInt(Candidate::before)
                .thenComparingInt(Candidate::after));
        candidates.forEach(candidate -> matching.match(candidate.before(), candidate.after()));
    }

    /** Two provisions are in the same gap when the same matched pair stands before both. */
    private void measureGaps() {
        int[] afterOf = matching.afterOf();
        int[] beforeOf = matching.beforeOf();
        int gap = -1;
        for (int i = 0; i < gapBefore.length; i++) {
            gap = afterOf[i] >= 0 ? afterOf[i] : gap;
            gapBefore[i] = gap;
        }
        gap = -1;
        for (int j = 0; j < gapAfter.length; j++) {
            gap = beforeOf[j] >= 0 ? j : gap;
            gapAfter[j] = gap;
        }
    }

    private List<Integer> open(int size, boolean sideBefore) {
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            if (sideBefore ? matching.isOpenBefore(i) : matching.isOpenAfter(i)) {
                open.add(i);
            }
        }
        return open;
    }

    private List<Candidate> candidates(List<Integer> openBefore, List<Integer> openAfter) {
        Map<Integer, List<Integer>> index = index(openAfter);
        Map<Integer, List<Integer>> byGap = new HashMap<>();
        openAfter.forEach(j ->
                byGap.computeIfAbsent(gapAfter[j], key -> new ArrayList<>()).add(j));
        List<Candidate> candidates = new ArrayList<>();
        int comparisons = 0;
        int rank = 0;
        int lastGap = Integer.MIN_VALUE;
        for (int i : openBefore) {
            Interruption.check();
            rank = gapBefore[i] == lastGap ? rank + 1 : 0;
            lastGap = gapBefore[i];
            Set<Integer> worth = inPlace(byGap.getOrDefault(gapBefore[i], List.of()), rank);
            if (comparisons < MOST_COMPARISONS) {
                worth.addAll(sharingWords(i, index));
            }
            comparisons += worth.size();
            for (int j : worth) {
                consider(i, j, candidates);
            }
        }
        return candidates;
    }

    private Map<Integer, List<Integer>> index(List<Integer> openAfter) {
        Map<Integer, List<Integer>> index = new HashMap<>();
        for (int j : openAfter) {
            shinglesAfter(j).stream().forEach(hash -> {
                List<Integer> holders = index.computeIfAbsent(hash, key -> new ArrayList<>(2));
                if (holders.size() <= COMMON_SHINGLE) {
                    holders.add(j);
                }
            });
        }
        return index;
    }

    private static Set<Integer> inPlace(List<Integer> gap, int rank) {
        int from = Math.clamp(rank - NEIGHBOURS, 0, gap.size());
        int to = Math.clamp(rank + NEIGHBOURS + 1, from, gap.size());
        return new HashSet<>(gap.subList(from, to));
    }

    private List<Integer> sharingWords(int i, Map<Integer, List<Integer>> index) {
        Map<Integer, Integer> shared = new HashMap<>();
        shinglesBefore(i).stream().forEach(hash -> {
            List<Integer> holders = index.getOrDefault(hash, List.of());
            // A shingle that half the provisions share does not discriminate.
            if (holders.size() <= COMMON_SHINGLE) {
                holders.forEach(j -> shared.merge(j, 1, Integer::sum));
            }
        });
        return shared.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(CANDIDATES)
                .map(Map.Entry::getKey)
                .toList();
    }

    private void consider(int i, int j, List<Candidate> candidates) {
        double likeness = shinglesBefore(i).likeness(shinglesAfter(j));
        Provision old = before.get(i);
        Provision now = after.get(j);
        boolean sameNumber = old.number() != null && Objects.equals(old.number(), now.number());
        boolean sameSection = old.headingPath().equals(now.headingPath());
        boolean samePlace = gapBefore[i] == gapAfter[j];
        boolean neighbours = matching.areNeighbours(i, j);
        if (likeness >= required(sameNumber, neighbours, samePlace && sameSection)) {
            double score = likeness
                    + (neighbours ? 0.1 : 0)
                    + (sameNumber ? 0.05 : 0)
                    + (sameSection ? 0.05 : 0)
                    + (samePlace ? 0.05 : 0);
            candidates.add(new Candidate(i, j, score));
        }
    }

    /** A clause that is rewritten between the same neighbours under its number is still that clause. */
    private static double required(boolean sameNumber, boolean neighbours, boolean samePlace) {
        if (!samePlace || !(sameNumber || neighbours)) {
            return ALIKE;
        }
        return sameNumber && neighbours ? 0 : ALIKE_IN_PLACE;
    }

    private Shingles shinglesBefore(int i) {
        return shinglesBefore.computeIfAbsent(
                i, key -> Shingles.of(before.get(i).words()));
    }

    private Shingles shinglesAfter(int j) {
        return shinglesAfter.computeIfAbsent(j, key -> Shingles.of(after.get(j).words()));
    }
}
