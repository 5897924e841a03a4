package dev.clausewatch.classifier.rules;

import java.util.BitSet;
import java.util.List;

/** A text as phrases see it: which word patterns each of its words fits, and where its sentences end. */
final class PhraseText {

    private final WordPatterns.Fit[] fitting;
    private final BitSet present = new BitSet();
    private final int[] sentenceEnds;

    PhraseText(List<Words.Word> words, WordPatterns patterns) {
        this.fitting = new WordPatterns.Fit[words.size()];
        this.sentenceEnds = new int[words.size()];
        BitSet counted = new BitSet();
        for (int at = 0; at < fitting.length; at++) {
            WordPatterns.Fit fit = patterns.fitting(words.get(at).text());
            fitting[at] = fit;
            if (!counted.get(fit.number())) {
                counted.set(fit.number());
                present.or(fit.patterns());
            }
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
        return fitting[place].patterns().get(pattern);
    }

    /** The numbers of the phrases that may begin with the word at a place. */
    int[] phrases(int place) {
        return fitting[place].phrases();
    }

    /** How many words it has. */
    int size() {
        return fitting.length;
    }

    /** The place behind the last word of the sentence that a word stands in. */
    int sentenceEnd(int place) {
        return sentenceEnds[place];
    }
}
