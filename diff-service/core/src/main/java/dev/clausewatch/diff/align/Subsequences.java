package dev.clausewatch.diff.align;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Longest common subsequence of two sequences, with bounded work. */
public final class Subsequences {

    /** Above this product of the differing parts' lengths, only what occurs once on each side is compared. */
    private static final long LARGEST_PRODUCT = 9_000_000;

    private Subsequences() {}

    /** For each element of the first list the position of its partner in the second, or -1. */
    public static int[] common(List<String> before, List<String> after) {
        int[] partners = new int[before.size()];
        Arrays.fill(partners, -1);
        int start = 0;
        int shorter = Math.min(before.size(), after.size());
        while (start < shorter && before.get(start).equals(after.get(start))) {
            partners[start] = start;
            start++;
        }
        int end = 0;
        while (end < shorter - start && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            partners[before.size() - 1 - end] = after.size() - 1 - end;
            end++;
        }
        between(before, after, start, end, partners);
        return partners;
    }

    private static void between(List<String> before, List<String> after, int start, int end, int[] partners) {
        Map<String, int[]> counts = new HashMap<>();
        for (String element : before.subList(start, before.size() - end)) {
            counts.computeIfAbsent(element, key -> new int[2])[0]++;
        }
        for (String element : after.subList(start, after.size() - end)) {
            counts.computeIfAbsent(element, key -> new int[2])[1]++;
        }
        int[] left = shared(before, start, before.size() - end, counts, false);
        int[] right = shared(after, start, after.size() - end, counts, false);
        if ((long) left.length * right.length > LARGEST_PRODUCT) {
            left = shared(before, start, before.size() - end, counts, true);
            right = shared(after, start, after.size() - end, counts, true);
            unique(before, after, left, right, partners);
        } else if (left.length > 0 && right.length > 0) {
            myers(before, after, left, right, partners);
        }
    }

    /** The positions of elements that occur on both sides: only those can have a partner. */
    private static int[] shared(List<String> list, int start, int end, Map<String, int[]> counts, boolean once) {
        int[] positions = new int[end - start];
        int size = 0;
        for (int i = start; i < end; i++) {
            int[] count = counts.getOrDefault(list.get(i), new int[2]);
            if (once ? count[0] == 1 && count[1] == 1 : count[0] > 0 && count[1] > 0) {
                positions[size++] = i;
            }
        }
        return Arrays.copyOf(positions, size);
    }

    private static void myers(List<String> before, List<String> after, int[] left, int[] right, int[] partners) {
        Patch<String> patch =
                DiffUtils.diff(elements(before, left), elements(after, right), new MyersDiffWithLinearSpace<String>());
        int i = 0;
        int j = 0;
        for (AbstractDelta<String> delta : patch.getDeltas()) {
            if (delta.getType() == DeltaType.EQUAL) {
                continue;
            }
            while (i < delta.getSource().getPosition()) {
                partners[left[i++]] = right[j++];
            }
            i += delta.getSource().size();
            j += delta.getTarget().size();
        }
        while (i < left.length && j < right.length) {
            partners[left[i++]] = right[j++];
        }
    }

    private static void unique(List<String> before, List<String> after, int[] left, int[] right, int[] partners) {
        Map<String, Integer> positions = new HashMap<>();
        for (int j : right) {
            positions.put(after.get(j), j);
        }
        int[] targets = new int[left.length];
        for (int k = 0; k < left.length; k++) {
            targets[k] = positions.getOrDefault(before.get(left[k]), -1);
        }
        boolean[] kept = longestIncreasing(targets);
        for (int k = 0; k < left.length; k++) {
            if (kept[k]) {
                partners[left[k]] = targets[k];
            }
        }
    }

    private static List<String> elements(List<String> list, int[] positions) {
        List<String> elements = new ArrayList<>(positions.length);
        for (int position : positions) {
            elements.add(list.get(position));
        }
        return elements;
    }

    /** Marks one longest strictly increasing subsequence. */
    static boolean[] longestIncreasing(int[] values) {
        int[] tails = new int[values.length];
        int[] previous = new int[values.length];
        int length = 0;
        for (int i = 0; i < values.length; i++) {
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (values[tails[middle]] < values[i]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            previous[i] = low == 0 ? -1 : tails[low - 1];
            tails[low] = i;
            length = Math.max(length, low + 1);
        }
        boolean[] kept = new boolean[values.length];
        int i = length == 0 ? -1 : tails[length - 1];
        while (i >= 0) {
            kept[i] = true;
            i = previous[i];
        }
        return kept;
    }
}
