package dev.clausewatch.classifier.learn;

import java.util.Arrays;

/** How often each place of a {@link Lexicon} occurs: in the order of places, so that sums over them are always the same to the last digit. */
final class Counts {

    private final int[] places;
    private final int[] counts;
    private int size;

    /** Counts places, in whatever order they come; what is not known is left out. */
    Counts(int[] occurrences) {
        int[] sorted = occurrences.clone();
        Arrays.sort(sorted);
        this.places = new int[sorted.length];
        this.counts = new int[sorted.length];
        for (int place : sorted) {
            if (place != Lexicon.NONE) {
                add(place);
            }
        }
    }

    private void add(int place) {
        if (size == 0 || places[size - 1] != place) {
            places[size++] = place;
        }
        counts[size - 1]++;
    }

    /** So many different places occur. */
    int size() {
        return size;
    }

    /** The n-th place that occurs. */
    int place(int n) {
        return places[n];
    }

    /** How often the n-th place occurs. */
    int count(int n) {
        return counts[n];
    }
}
