package dev.clausewatch.classifier.rules;

import dev.clausewatch.events.TextFormat;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Named sets of phrases, for judgements that need to know which kinds of words a text has. Immutable and thread-safe. */
public final class PhraseSets {

    private final Map<String, int[]> sets;
    private final PhraseMatcher matcher;

    private PhraseSets(Map<String, int[]> sets, PhraseMatcher matcher) {
        this.sets = sets;
        this.matcher = matcher;
    }

    /**
     * Compiles the sets.
     *
     * @throws IllegalArgumentException if a phrase cannot be read; the message quotes it
     */
    public static PhraseSets of(Map<String, List<String>> phrasesByName) {
        PhraseIndex index = new PhraseIndex(Map.of());
        Map<String, int[]> sets = new LinkedHashMap<>();
        phrasesByName.forEach((name, phrases) -> sets.put(name, index.addAll(phrases)));
        return new PhraseSets(sets, index.matcher());
    }

    /** For each set of which at least one phrase stands in the text: the first such words, as they stand there. */
    public Map<String, String> quotes(String text) {
        List<Words.Word> words = Words.of(text);
        PhraseHits hits = matcher.hits(words);
        Map<String, String> quotes = new LinkedHashMap<>();
        sets.forEach((name, phrases) -> {
            if (hits.hasAny(phrases)) {
                Phrase.Hit first = Arrays.stream(phrases)
                        .boxed()
                        .flatMap(phrase -> hits.of(phrase).stream())
                        .min(Comparator.comparingInt(Phrase.Hit::from).thenComparingInt(Phrase.Hit::to))
                        .orElseThrow();
                int end = words.get(first.to() - 1).end();
                quotes.put(name, TextFormat.slice(text, words.get(first.from()).start(), end));
            }
        });
        return quotes;
    }

    /** The names of the sets of which at least one phrase stands in the text. */
    public Set<String> in(String text) {
        PhraseHits hits = matcher.hits(Words.of(text));
        return sets.entrySet().stream()
                .filter(set -> hits.hasAny(set.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
