package dev.clausewatch.classifier.learn;

import java.util.Arrays;
import java.util.List;

/**
 * The words and pairs of words that a part of a model knows, each with its place among them. A pair is found by the numbers of its words,
 * without being put together. Immutable.
 */
final class Lexicon {

    /** The place of what is not known. */
    static final int NONE = -1;

    /** An odd number that spreads neighbouring numbers (Fibonacci hashing). */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** The places of words by their numbers. */
    private final int[] words;

    /** Pairs as a hash table with open addressing: the numbers of both words in one, or {@link #NONE} where the table is empty. */
    private final long[] pairs;

    /** The places of pairs, beside {@link #pairs}. */
    private final int[] pairPlaces;

    /** By how many bits a hash is too long. */
    private final int shift;

    /**
     * A lexicon.
     *
     * @param entries the words of a pair have a blank between them
     * @param numbers of all words of the entries
     */
    Lexicon(List<String> entries, WordNumbers numbers) {
        this.words = new int[numbers.size()];
        Arrays.fill(words, NONE);
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, entries.size())) + 1;
        this.shift = Long.SIZE - bits;
        this.pairs = new long[1 << bits];
        Arrays.fill(pairs, NONE);
        this.pairPlaces = new int[1 << bits];
        for (int place = 0; place < entries.size(); place++) {
            String entry = entries.get(place);
            int blank = entry.indexOf(' ');
            if (blank < 0) {
                words[numbers.of(entry)] = place;
            } else {
                long pair = pair(numbers.of(entry.substring(0, blank)), numbers.of(entry.substring(blank + 1)));
                int slot = slot(pair);
                pairs[slot] = pair;
                pairPlaces[slot] = place;
            }
        }
    }

    private static long pair(int first, int second) {
        return ((long) first << Integer.SIZE) | second;
    }

    /** Where a pair stands in the table, or would stand; the table is never more than half full. */
    private int slot(long pair) {
        int slot = (int) ((pair * SPREAD) >>> shift);
        while (pairs[slot] != pair && pairs[slot] != NONE) {
            slot = (slot + 1) & (pairs.length - 1);
        }
        return slot;
    }

    /** The places of grams of one text, in their order, by what {@link WordNumbers#of(List)} says of them. */
    int[] places(int[] grams) {
        int[] places = new int[grams.length];
        int before = WordNumbers.UNKNOWN;
        int word = WordNumbers.UNKNOWN;
        for (int i = 0; i < places.length; i++) {
            if (grams[i] == WordNumbers.PAIR) {
                places[i] = place(before, word);
            } else {
                before = word;
                word = grams[i];
                places[i] = word == WordNumbers.UNKNOWN ? NONE : words[word];
            }
        }
        return places;
    }

    private int place(int first, int second) {
        if (first == WordNumbers.UNKNOWN || second == WordNumbers.UNKNOWN) {
            return NONE;
        }
        int slot = slot(pair(first, second));
        return pairs[slot] == NONE ? NONE : pairPlaces[slot];
    }
}
