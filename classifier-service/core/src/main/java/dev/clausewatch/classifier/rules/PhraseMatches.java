package dev.clausewatch.classifier.rules;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A provision with everything that was found in it, ready to be asked by each rule. */
final class PhraseMatches {

    private static final int HEADINGS = 2;

    private final List<Words.Word> words;
    private final Map<Integer, List<Phrase.Hit>> hits;
    private final Map<Integer, List<Phrase.Hit>> headingHits;
    private final String termsType;

    private PhraseMatches(
            List<Words.Word> words,
            Map<Integer, List<Phrase.Hit>> hits,
            Map<Integer, List<Phrase.Hit>> headingHits,
            String termsType) {
        this.words = words;
        this.hits = hits;
        this.headingHits = headingHits;
        this.termsType = termsType;
    }

    static PhraseMatches of(ProvisionInput provision, PhraseIndex index) {
        List<Words.Word> words = Words.of(provision.intro(), provision.text());
        List<String> path = provision.headingPath();
        String nearest = String.join("\n", path.subList(Math.max(0, path.size() - HEADINGS), path.size()));
        return new PhraseMatches(
                words,
                index.hits(words),
                index.hits(Words.of(nearest)),
                provision.termsType().toLowerCase(Locale.ROOT));
    }

    /** The numbers of all phrases that stand in the text. */
    Set<Integer> phrases() {
        return hits.keySet();
    }

    List<Phrase.Hit> hits(int phrase) {
        return hits.getOrDefault(phrase, List.of());
    }

    boolean inHeading(List<Integer> phrases) {
        return phrases.stream().anyMatch(headingHits::containsKey);
    }

    boolean inText(List<Integer> phrases) {
        return phrases.stream().anyMatch(hits::containsKey);
    }

    boolean inSentence(List<Integer> phrases, int sentence) {
        return phrases.stream().flatMap(phrase -> hits(phrase).stream()).anyMatch(hit -> sentence(hit) == sentence);
    }

    boolean isOf(List<String> documents) {
        return documents.stream().anyMatch(termsType::contains);
    }

    int sentence(Phrase.Hit hit) {
        return words.get(hit.from()).sentence();
    }

    Words.Word word(int index) {
        return words.get(index);
    }
}
