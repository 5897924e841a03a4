package dev.clausewatch.classifier.rules;

import java.util.List;
import java.util.Locale;

/** A provision with everything that was found in it, ready to be asked by each rule. */
final class PhraseMatches {

    private static final int HEADINGS = 2;

    private final List<Words.Word> words;
    private final PhraseHits hits;
    private final PhraseHits headingHits;
    private final String termsType;

    private PhraseMatches(List<Words.Word> words, PhraseHits hits, PhraseHits headingHits, String termsType) {
        this.words = words;
        this.hits = hits;
        this.headingHits = headingHits;
        this.termsType = termsType;
    }

    /**
     * What was found in a provision.
     *
     * @param words its own and those of its introduction
     */
    static PhraseMatches of(ProvisionInput provision, List<Words.Word> words, PhraseMatcher matcher) {
        List<String> path = provision.headingPath();
        String nearest = String.join("\n", path.subList(Math.max(0, path.size() - HEADINGS), path.size()));
        return new PhraseMatches(
                words,
                matcher.hits(words),
                matcher.hits(Words.of(nearest)),
                provision.termsType().toLowerCase(Locale.ROOT));
    }

    /** Where phrases stand in the text. */
    PhraseHits hits() {
        return hits;
    }

    boolean inHeading(int[] phrases) {
        return headingHits.hasAny(phrases);
    }

    boolean inText(int[] phrases) {
        return hits.hasAny(phrases);
    }

    boolean inSentence(int[] phrases, int sentence) {
        for (int phrase : phrases) {
            for (Phrase.Hit hit : hits.of(phrase)) {
                if (sentence(hit) == sentence) {
                    return true;
                }
            }
        }
        return false;
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
