package dev.clausewatch.classifier.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Where phrases stand in a text. Filled by {@link PhraseMatcher}, then only asked. */
final class PhraseHits {

    private final List<List<Phrase.Hit>> byPhrase;
    private final BitSet found = new BitSet();

    /** Of so many phrases none yet. */
    PhraseHits(int phrases) {
        this.byPhrase = new ArrayList<>(Collections.nCopies(phrases, List.of()));
    }

    /** The next one of a phrase in the order of the text. */
    void add(int phrase, Phrase.Hit hit) {
        if (!found.get(phrase)) {
            found.set(phrase);
            byPhrase.set(phrase, new ArrayList<>());
        }
        byPhrase.get(phrase).add(hit);
    }

    /** Those of one phrase in the order of the text. */
    List<Phrase.Hit> of(int phrase) {
        return byPhrase.get(phrase);
    }

    /** The numbers of the phrases that stand in the text. */
    IntStream phrases() {
        return found.stream();
    }

    /** Whether one of these phrases stands in the text. */
    boolean hasAny(int[] phrases) {
        for (int phrase : phrases) {
            if (found.get(phrase)) {
                return true;
            }
        }
        return false;
    }
}
