package dev.clausewatch.classifier.rules;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds all phrases of a rule set in a text: one look-up a word says which word patterns it fits and which phrases may begin with it, and
 * only phrases whose words all stand somewhere in the text are walked. Takes at most (words × phrases × what one {@link Phrase} takes)
 * steps. Immutable and thread-safe.
 */
final class PhraseMatcher {

    private final List<Phrase> phrases;
    private final WordPatterns patterns;

    PhraseMatcher(List<Phrase> phrases, List<WordPattern> patterns) {
        this.phrases = List.copyOf(phrases);
        Map<Integer, List<Integer>> byFirst = IntStream.range(0, phrases.size())
                .boxed()
                .collect(Collectors.groupingBy(number -> phrases.get(number).first()));
        this.patterns = new WordPatterns(
                patterns,
                first -> byFirst.getOrDefault(first, List.of()).stream()
                        .mapToInt(Integer::intValue)
                        .toArray());
    }

    /** All hits of all phrases. */
    PhraseHits hits(List<Words.Word> words) {
        PhraseText text = new PhraseText(words, patterns);
        PhraseHits hits = new PhraseHits(phrases.size());
        for (int place = 0; place < text.size(); place++) {
            for (int number : text.phrases(place)) {
                Phrase phrase = phrases.get(number);
                Phrase.Hit hit = phrase.mayStandIn(text) ? phrase.hit(text, place) : null;
                if (hit != null) {
                    hits.add(number, hit);
                }
            }
        }
        return hits;
    }
}
