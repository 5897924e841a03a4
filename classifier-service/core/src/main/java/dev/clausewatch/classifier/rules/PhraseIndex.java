package dev.clausewatch.classifier.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * All phrases of a rule set, each once, by numbers. Filled while the rules are read, then only asked; {@link #matcher} finds them in texts.
 */
final class PhraseIndex {

    private final Map<String, String> sets;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Phrase> phrases = new ArrayList<>();
    private final List<String> sources = new ArrayList<>();
    private final Map<WordPattern, Integer> patternNumbers = new HashMap<>();
    private final List<WordPattern> patterns = new ArrayList<>();

    PhraseIndex(Map<String, String> sets) {
        this.sets = sets;
    }

    /** The numbers of phrases; new ones are read. */
    int[] addAll(List<String> phrases) {
        return phrases.stream().mapToInt(this::add).toArray();
    }

    /** The number of a phrase, which is read when it is new. */
    int add(String source) {
        Integer known = numbers.get(source);
        if (known != null) {
            return known;
        }
        Phrase phrase = Phrase.parse(source, sets, this::number);
        int number = phrases.size();
        phrases.add(phrase);
        sources.add(source);
        numbers.put(source, number);
        return number;
    }

    private int number(WordPattern pattern) {
        return patternNumbers.computeIfAbsent(pattern, added -> {
            patterns.add(added);
            return patterns.size() - 1;
        });
    }

    /** What these phrases look like in the rules, in the order of the alphabet. */
    List<String> sources(IntStream wanted) {
        return wanted.mapToObj(sources::get).sorted().toList();
    }

    /** Finds the phrases that were added so far. */
    PhraseMatcher matcher() {
        return new PhraseMatcher(phrases, patterns);
    }
}
