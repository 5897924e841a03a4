package dev.clausewatch.diff.align;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The words and word pairs of a wording, as a sorted set of hashes: how alike two wordings are, quickly. */
final class Shingles {

    private final int[] hashes;

    private Shingles(int[] hashes) {
        this.hashes = hashes;
    }

    static Shingles of(String words) {
        if (words.isEmpty()) {
            return new Shingles(new int[0]);
        }
        String[] tokens = words.split(" ", -1);
        int[] hashes = new int[tokens.length * 2 - 1];
        for (int i = 0; i < tokens.length; i++) {
            hashes[i] = tokens[i].hashCode();
            if (i > 0) {
                hashes[tokens.length + i - 1] = 31 * (tokens[i - 1].hashCode() * 961 + 7) + tokens[i].hashCode();
            }
        }
        return new Shingles(Arrays.stream(hashes).sorted().distinct().toArray());
    }

    /** Each hash once. */
    IntStream stream() {
        return Arrays.stream(hashes);
    }

    /** Dice's coefficient: 1 for the same words in the same pairs, 0 for nothing in common. */
    double likeness(Shingles other) {
        int total = hashes.length + other.hashes.length;
        return total == 0 ? 0 : 2.0 * common(other) / total;
    }

    /** The share of this wording that stands in the other. */
    double containedIn(Shingles other) {
        return hashes.length == 0 ? 0 : (double) common(other) / hashes.length;
    }

    private int common(Shingles other) {
        int i = 0;
        int j = 0;
        int common = 0;
        while (i < hashes.length && j < other.hashes.length) {
            int order = Integer.compare(hashes[i], other.hashes[j]);
            if (order == 0) {
                common++;
            }
            if (order <= 0) {
                i++;
            }
            if (order >= 0) {
                j++;
            }
        }
        return common;
    }
}
