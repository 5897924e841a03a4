package dev.clausewatch.classifier.rules;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** A text as phrases see it: which word patterns each of its words fits, and where its sentences end. */
final class PhraseText {

    private final BitSet[] fitting;
    private final BitSet present = new BitSet();
    private final int[] sentenceEnds;

    PhraseText(List<Words.Word> words, WordPatterns patterns) {
        this.fitting = new BitSet[words.size()];
        this.sentenceEnds = new int[words.size()];
        for (int at = 0; at < fitting.length; at++) {
            fitting[at] = patterns.fitting(words.get(at).text());
            present.or(fitting[at]);
        }
        for (int at = words.size() - 1; at >= 0; at--) {
            boolean last = at == words.size() - 1
                    || words.get(at).sentence() != words.get(at + 1).sentence();
            sentenceEnds[at] = last ? at + 1 : sentenceEnds[at + 1];
        }
    }

    /** The word patterns that any word of the text fits. */
    BitSet present() {
        return present;
    }

    /** Whether the word at a place fits a pattern. */
    boolean fits(int place, int pattern) {
        return fitting[place].get(pattern);
    }

    /** Where words stand that fit a pattern, in the order of the text. */
    int[] places(int pattern) {
        int[] places = new int[fitting.length];
        int found = 0;
        for (int place = 0; place < places.length; place++) {
            if (fits(place, pattern)) {
                places[found++] = place;
            }
        }
        return Arrays.copyOf(places, found);
    }

    /** The place behind the last word of the sentence that a word stands in. */
    int sentenceEnd(int place) {
        return sentenceEnds[place];
    }
}
