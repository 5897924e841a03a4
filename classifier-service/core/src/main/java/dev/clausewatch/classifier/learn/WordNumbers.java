package dev.clausewatch.classifier.learn;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers of all words that a model knows in any of its parts, so that a word of a text is looked up once for all of them. Immutable. */
final class WordNumbers {

    /** Of a word that no part knows. */
    static final int UNKNOWN = -1;

    /** Stands for the pair that the word in front of it ends. */
    static final int PAIR = -2;

    private final Map<String, Integer> numbers = new HashMap<>();

    /** Numbers for the words of these lists of entries; the words of a pair have a blank between them. */
    WordNumbers(List<? extends Collection<String>> parts) {
        for (Collection<String> entries : parts) {
            for (String entry : entries) {
                int blank = entry.indexOf(' ');
                add(blank < 0 ? entry : entry.substring(0, blank));
                if (blank >= 0) {
                    add(entry.substring(blank + 1));
                }
            }
        }
    }

    private void add(String word) {
        numbers.putIfAbsent(word, numbers.size());
    }

    int size() {
        return numbers.size();
    }

    int of(String word) {
        return numbers.getOrDefault(word, UNKNOWN);
    }

    /** For each gram the number of its word, or {@link #PAIR}. */
    int[] of(List<NGrams.Gram> grams) {
        int[] found = new int[grams.size()];
        for (int i = 0; i < found.length; i++) {
            NGrams.Gram gram = grams.get(i);
            found[i] = gram.isPair() ? PAIR : of(gram.word());
        }
        return found;
    }
}
