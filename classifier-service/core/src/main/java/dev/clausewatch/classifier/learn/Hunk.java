package dev.clausewatch.classifier.learn;

import java.util.ArrayList;
import java.util.List;

/** A stretch of words that was replaced; either side may be empty. Places are of words, from the first to the one behind the last. */
public record Hunk(int beforeFrom, int beforeTo, int afterFrom, int afterTo) {

    /** Beyond this the middle is one hunk: two texts that differ so much have nothing in common worth finding. */
    private static final long MAX_CELLS = 4_000_000;

    /** Whether nothing went. */
    public boolean isInsertion() {
        return beforeFrom == beforeTo;
    }

    /** Whether nothing came. */
    public boolean isDeletion() {
        return afterFrom == afterTo;
    }

    /** Where two lists of words differ, in their order: what a longest common subsequence leaves out. */
    public static List<Hunk> between(List<String> left, List<String> right) {
        int prefix = 0;
        while (prefix < left.size() && prefix < right.size() && left.get(prefix).equals(right.get(prefix))) {
            prefix++;
        }
        int suffix = 0;
        while (suffix < left.size() - prefix
                && suffix < right.size() - prefix
                && left.get(left.size() - 1 - suffix).equals(right.get(right.size() - 1 - suffix))) {
            suffix++;
        }
        List<String> leftMiddle = left.subList(prefix, left.size() - suffix);
        List<String> rightMiddle = right.subList(prefix, right.size() - suffix);
        if (leftMiddle.isEmpty() && rightMiddle.isEmpty()) {
            return List.of();
        }
        if ((long) leftMiddle.size() * rightMiddle.size() > MAX_CELLS) {
            return List.of(new Hunk(prefix, left.size() - suffix, prefix, right.size() - suffix));
        }
        return walk(leftMiddle, rightMiddle, longestCommon(leftMiddle, rightMiddle), prefix);
    }

    /** For each pair of places the length of the longest common subsequence of what follows. */
    private static int[][] longestCommon(List<String> left, List<String> right) {
        int[][] length = new int[left.size() + 1][right.size() + 1];
        for (int i = left.size() - 1; i >= 0; i--) {
            for (int j = right.size() - 1; j >= 0; j--) {
                length[i][j] = left.get(i).equals(right.get(j))
                        ? length[i + 1][j + 1] + 1
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        return length;
    }

    private static List<Hunk> walk(List<String> left, List<String> right, int[][] length, int offset) {
        List<Hunk> hunks = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < left.size() || j < right.size()) {
            int fromLeft = i;
            int fromRight = j;
            while ((i < left.size() || j < right.size())
                    && !(i < left.size() && j < right.size() && left.get(i).equals(right.get(j)))) {
                if (j == right.size() || (i < left.size() && length[i + 1][j] >= length[i][j + 1])) {
                    i++;
                } else {
                    j++;
                }
            }
            if (i > fromLeft || j > fromRight) {
                hunks.add(new Hunk(offset + fromLeft, offset + i, offset + fromRight, offset + j));
            }
            i++;
            j++;
        }
        return List.copyOf(hunks);
    }
}
