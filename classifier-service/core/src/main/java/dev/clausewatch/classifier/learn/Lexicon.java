package dev.clausewatch.classifier.learn;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The words and pairs of words that a model knows, each with its place among them. A pair is found by its first word among those that it
 * begins, without being put together. Immutable.
 */
final class Lexicon {

    /** The place of what is not known. */
    static final int NONE = -1;

    /** Numbers of all words, also of those that are only known as part of a pair, in the order of the alphabet. */
    private final Map<String, Integer> numbers = new HashMap<>();

    /** The places of words by their numbers. */
    private final int[] words;

    /** For each word the numbers of those that stand second in a pair with it, ascending. */
    private final int[][] seconds;

    /** For each word the places of the pairs with {@link #seconds}. */
    private final int[][] pairs;

    /** A lexicon of these entries, which stand in the order of the alphabet; the words of a pair have a blank between them. */
    Lexicon(List<String> entries) {
        TreeSet<String> all = new TreeSet<>();
        entries.forEach(entry -> all.addAll(Arrays.asList(entry.split(" ", -1))));
        all.forEach(word -> numbers.put(word, numbers.size()));
        this.words = new int[all.size()];
        Arrays.fill(words, NONE);
        this.seconds = new int[all.size()][0];
        this.pairs = new int[all.size()][0];
        for (int place = 0; place < entries.size(); place++) {
            String entry = entries.get(place);
            int blank = entry.indexOf(' ');
            if (blank < 0) {
                words[number(entry)] = place;
            } else {
                int first = number(entry.substring(0, blank));
                seconds[first] = appended(seconds[first], number(entry.substring(blank + 1)));
                pairs[first] = appended(pairs[first], place);
            }
        }
    }

    private static int[] appended(int[] numbers, int number) {
        int[] longer = Arrays.copyOf(numbers, numbers.length + 1);
        longer[numbers.length] = number;
        return longer;
    }

    private int number(String word) {
        return numbers.getOrDefault(word, NONE);
    }

    /** The places of these grams of one text, in their order. */
    int[] places(List<NGrams.Gram> grams) {
        int[] places = new int[grams.size()];
        int before = NONE;
        int word = NONE;
        for (int i = 0; i < places.length; i++) {
            NGrams.Gram gram = grams.get(i);
            if (gram.isPair()) {
                places[i] = pair(before, word);
            } else {
                before = word;
                word = number(gram.word());
                places[i] = word == NONE ? NONE : words[word];
            }
        }
        return places;
    }

    private int pair(int first, int second) {
        if (first == NONE || second == NONE) {
            return NONE;
        }
        int found = Arrays.binarySearch(seconds[first], second);
        return found < 0 ? NONE : pairs[first][found];
    }
}
