package dev.clausewatch.diff.align;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Pairs of positions while they are being found; each position is in one pair at most. */
final class Matching {

    private final int[] afterOf;
    private final int[] beforeOf;

    Matching(int before, int after) {
        afterOf = new int[before];
        beforeOf = new int[after];
        Arrays.fill(afterOf, -1);
        Arrays.fill(beforeOf, -1);
    }

    void match(int before, int after) {
        if (afterOf[before] < 0 && beforeOf[after] < 0) {
            afterOf[before] = after;
            beforeOf[after] = before;
        }
    }

    /** Pairs two positions of which one has another partner, which is open again and returned. */
    int rematch(int before, int after) {
        int open = Math.max(beforeOf[after], afterOf[before]);
        if (beforeOf[after] >= 0) {
            afterOf[beforeOf[after]] = -1;
            beforeOf[after] = -1;
        } else {
            beforeOf[afterOf[before]] = -1;
            afterOf[before] = -1;
        }
        match(before, after);
        return open;
    }

    boolean isOpenBefore(int before) {
        return afterOf[before] < 0;
    }

    boolean isOpenAfter(int after) {
        return beforeOf[after] < 0;
    }

    boolean areNeighbours(int before, int after) {
        return (before > 0 && after > 0 && afterOf[before - 1] == after - 1)
                || (before + 1 < afterOf.length && after + 1 < beforeOf.length && afterOf[before + 1] == after + 1);
    }

    /** The partner of an earlier position, or -1. */
    int afterOf(int before) {
        return afterOf[before];
    }

    /** The partner of a later position, or -1. */
    int beforeOf(int after) {
        return beforeOf[after];
    }

    int[] afterOf() {
        return afterOf.clone();
    }

    int[] beforeOf() {
        return beforeOf.clone();
    }

    /** The fewest later positions that have to move so that all others keep their order. */
    Set<Integer> outOfOrder() {
        int[] paired = Arrays.stream(beforeOf).filter(before -> before >= 0).toArray();
        boolean[] kept = Subsequences.longestIncreasing(paired);
        Set<Integer> moved = new HashSet<>();
        for (int k = 0; k < paired.length; k++) {
            if (!kept[k]) {
                moved.add(afterOf[paired[k]]);
            }
        }
        return moved;
    }
}
