package dev.clausewatch.classifier.rules;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds all phrases of a rule set in a text: one look-up a word says which word patterns it fits, and only phrases whose words all stand
 * somewhere in the text are walked. Takes at most (words × phrases × what one {@link Phrase} takes) steps. Immutable and thread-safe.
 */
final class PhraseMatcher {

    private final List<Phrase> phrases;
    private final WordPatterns patterns;

    /** The numbers of the phrases that begin with a word pattern, by its number. */
    private final int[][] byFirst;

    PhraseMatcher(List<Phrase> phrases, List<WordPattern> patterns) {
        this.phrases = List.copyOf(phrases);
        this.patterns = new WordPatterns(patterns);
        this.byFirst = IntStream.range(0, patterns.size())
                .mapToObj(first -> IntStream.range(0, phrases.size())
                        .filter(number -> phrases.get(number).first() == first)
                        .toArray())
                .toArray(int[][]::new);
    }

    /** All hits of all phrases. */
    PhraseHits hits(List<Words.Word> words) {
        PhraseText text = new PhraseText(words, patterns);
        PhraseHits hits = new PhraseHits(phrases.size());
        BitSet present = text.present();
        for (int first = present.nextSetBit(0); first >= 0; first = present.nextSetBit(first + 1)) {
            if (byFirst[first].length > 0) {
                int[] places = text.places(first);
                for (int number : byFirst[first]) {
                    hits.put(number, phrases.get(number).hits(text, places));
                }
            }
        }
        return hits;
    }
}
