package dev.clausewatch.classifier.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All phrases of a rule set, each once, found by their first word: a word that begins no phrase costs one look-up. Filled while the
 * rules are read, then only asked.
 */
final class PhraseIndex {

    /** Stems are filed under so many letters. */
    private static final int STEM_KEY = 3;

    private final Map<String, String> sets;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Phrase> phrases = new ArrayList<>();
    private final List<String> sources = new ArrayList<>();
    private final Map<String, List<Integer>> byWord = new HashMap<>();
    private final Map<String, List<Integer>> byStem = new HashMap<>();

    PhraseIndex(Map<String, String> sets) {
        this.sets = sets;
    }

    /** The number of a phrase, which is read when it is new. */
    int add(String source) {
        Integer known = numbers.get(source);
        if (known != null) {
            return known;
        }
        Phrase phrase = Phrase.parse(source, sets);
        int number = phrases.size();
        phrases.add(phrase);
        sources.add(source);
        numbers.put(source, number);
        phrase.firstWords()
                .forEach(word ->
                        byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(number));
        for (String stem : phrase.firstStems()) {
            if (stem.length() < STEM_KEY) {
                throw new IllegalArgumentException("The first stem needs " + STEM_KEY + " letters: " + source);
            }
            byStem.computeIfAbsent(stem.substring(0, STEM_KEY), s -> new ArrayList<>())
                    .add(number);
        }
        return number;
    }

    /** What the phrases with these numbers look like in the rules, in the order of the alphabet. */
    List<String> sources(Set<Integer> wanted) {
        return wanted.stream().map(sources::get).sorted().toList();
    }

    /** All hits of all phrases, by the number of the phrase, in the order of the text. */
    Map<Integer, List<Phrase.Hit>> hits(List<Words.Word> words) {
        Map<Integer, List<Phrase.Hit>> hits = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).text();
            collect(byWord.getOrDefault(word, List.of()), words, i, hits);
            if (word.length() >= STEM_KEY) {
                collect(byStem.getOrDefault(word.substring(0, STEM_KEY), List.of()), words, i, hits);
            }
        }
        return hits;
    }

    private void collect(
            List<Integer> candidates, List<Words.Word> words, int at, Map<Integer, List<Phrase.Hit>> hits) {
        for (int number : candidates) {
            phrases.get(number)
                    .at(words, at)
                    .ifPresent(hit ->
                            hits.computeIfAbsent(number, n -> new ArrayList<>()).add(hit));
        }
    }
}
