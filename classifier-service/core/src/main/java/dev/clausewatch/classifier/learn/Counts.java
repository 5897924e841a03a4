package dev.clausewatch.classifier.learn;

import java.util.Arrays;

/** How often each place of a {@link Lexicon} occurs: in the order of places, so that sums over them are always the same to the last digit. */
final class Counts {

    private final int[] places;
    private final int[] counts;
    private int size;

    /** Counts places, in whatever order they come; what is not known is left out. */
    Counts(int[] occurrences) {
        int[] known = known(occurrences);
        Arrays.sort(known);
        this.places = new int[known.length];
        this.counts = new int[known.length];
        for (int place : known) {
            add(place);
        }
    }

    private static int[] known(int[] occurrences) {
        int[] known = new int[occurrences.length];
        int size = 0;
        for (int place : occurrences) {
            if (place != Lexicon.NONE) {
                known[size++] = place;
            }
        }
        return Arrays.copyOf(known, size);
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
