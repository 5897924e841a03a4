package dev.clausewatch.classifier.rules;

import dev.clausewatch.events.TextFormat;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Named sets of phrases, for judgements that need to know which kinds of words a text has. Immutable and thread-safe. */
public final class PhraseSets {

    private final PhraseIndex index = new PhraseIndex(Map.of());
    private final Map<String, List<Integer>> sets = new LinkedHashMap<>();

    private PhraseSets() {}

    /**
     * Compiles the sets.
     *
     * @throws IllegalArgumentException if a phrase cannot be read; the message quotes it
     */
    public static PhraseSets of(Map<String, List<String>> phrasesByName) {
        PhraseSets compiled = new PhraseSets();
        phrasesByName.forEach((name, phrases) -> compiled.sets.put(
                name, phrases.stream().map(compiled.index::add).toList()));
        return compiled;
    }

    /** For each set of which at least one phrase stands in the text: the first such words, as they stand there. */
    public Map<String, String> quotes(String text) {
        List<Words.Word> words = Words.of(text);
        Map<Integer, List<Phrase.Hit>> hits = index.hits(words);
        Map<String, String> quotes = new LinkedHashMap<>();
        sets.forEach((name, phrases) -> phrases.stream()
                .flatMap(phrase -> hits.getOrDefault(phrase, List.of()).stream())
                .min(Comparator.comparingInt(Phrase.Hit::from).thenComparingInt(Phrase.Hit::to))
                .ifPresent(hit -> quotes.put(
                        name,
                        TextFormat.slice(
                                text,
                                words.get(hit.from()).start(),
                                words.get(hit.to() - 1).end()))));
        return quotes;
    }

    /** The names of the sets of which at least one phrase stands in the text. */
    public Set<String> in(String text) {
        Set<Integer> hits = index.hits(Words.of(text)).keySet();
        return sets.entrySet().stream()
                .filter(set -> set.getValue().stream().anyMatch(hits::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
