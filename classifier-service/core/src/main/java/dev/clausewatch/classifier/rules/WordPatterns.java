package dev.clausewatch.classifier.rules;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * All word patterns of a rule set, asked once a word: which of them it fits. A look-up takes at most as many steps as the longest stem has
 * letters, however many patterns there are. Immutable and thread-safe.
 */
final class WordPatterns {

    private static final BitSet NONE = new BitSet();

    /** The patterns that a word fits, also by a stem that it begins with. */
    private final Map<String, BitSet> byWord = new HashMap<>();

    /** The patterns that whatever begins so fits, also by a shorter stem. */
    private final Map<String, BitSet> byStem = new HashMap<>();

    private final int longestStem;

    /** Patterns by their numbers. */
    WordPatterns(List<WordPattern> patterns) {
        this.longestStem = patterns.stream()
                .flatMap(pattern -> pattern.stems().stream())
                .mapToInt(String::length)
                .max()
                .orElse(0);
        for (int number : IntStream.range(0, patterns.size()).toArray()) {
            patterns.get(number).exact().forEach(word -> add(byWord, word, number));
            patterns.get(number).stems().forEach(stem -> add(byStem, stem, number));
        }
        byStem.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> entry.getKey().length()))
                .forEach(entry -> entry.getValue()
                        .or(fittingByStem(entry.getKey(), entry.getKey().length() - 1)));
        byWord.forEach((word, fitting) -> fitting.or(fittingByStem(word, word.length())));
    }

    private static void add(Map<String, BitSet> patterns, String word, int number) {
        patterns.computeIfAbsent(word, key -> new BitSet()).set(number);
    }

    /** The numbers of the patterns that a word fits; not to be changed. */
    BitSet fitting(String word) {
        BitSet known = byWord.get(word);
        return known == null ? fittingByStem(word, word.length()) : known;
    }

    private BitSet fittingByStem(String word, int mostLetters) {
        for (int letters = Math.min(mostLetters, longestStem); letters > 0; letters--) {
            BitSet fitting = byStem.get(word.substring(0, letters));
            if (fitting != null) {
                return fitting;
            }
        }
        return NONE;
    }
}
