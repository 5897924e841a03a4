package dev.clausewatch.classifier.assess;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A sentence of one side of an edit.
 *
 * @param text its words in one line
 * @param from its first word
 * @param to behind its last word
 * @param start its first code point in the text without marks
 * @param end behind its last code point
 * @param changed how many of its words came or went
 */
record ChangedSentence(String text, int from, int to, int start, int end, int changed) {

    /** From this share of changed words on, the sentence itself came or went. */
    private static final double WHOLE = 0.7;

    /** Of a side with more of them the first are looked at. */
    private static final int MOST = 200;

    /** A first word that is no longer, with a full stop, is a label. */
    private static final int LABEL = 5;

    private static final Set<String> ABBREVIATIONS = Set.of(
            "inc.", "ltd.", "llc.", "e.g.", "i.e.", "u.s.", "no.", "co.", "corp.", "sec.", "art.", "v.", "vs.", "st.",
            "mr.", "ms.", "dr.", "b.v.", "s.a.", "u.s.c.", "etc.");

    /** The sentences of one side, touched or not. */
    static List<ChangedSentence> of(TokenizedText text, BitSet changed) {
        BitSet lines = lineStarts(text);
        List<ChangedSentence> sentences = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < text.size() && sentences.size() < MOST; at++) {
            if (at + 1 == text.size() || lines.get(at + 1) || ends(text, at, at == from)) {
                sentences.add(new ChangedSentence(
                        ShortText.line(text.quote(from, at + 1)),
                        from,
                        at + 1,
                        text.tokens().get(from).start(),
                        text.tokens().get(at).end(),
                        changed.get(from, at + 1).cardinality()));
                from = at + 1;
            }
        }
        return sentences;
    }

    boolean isWhole() {
        return changed >= (to - from) * WHOLE;
    }

    boolean isTouched() {
        return changed > 0;
    }

    boolean holds(int token) {
        return from <= token && token < to;
    }

    private static boolean ends(TokenizedText text, int at, boolean first) {
        String word = text.tokens().get(at).printed();
        int end = word.length();
        while (end > 1 && "\"'\u201d\u2019)]*_".indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        char last = word.charAt(end - 1);
        return last == ';'
                || last == '!'
                || last == '?'
                || (last == '.'
                        && !(first && end <= LABEL)
                        && !ABBREVIATIONS.contains(word.substring(0, end).toLowerCase(Locale.ROOT))
                        && !(end == 2 && Character.isLetter(word.charAt(0))));
    }

    /** The words that begin a line. */
    private static BitSet lineStarts(TokenizedText text) {
        BitSet starts = new BitSet(text.size());
        int point = 0;
        int token = 0;
        boolean line = false;
        for (int at = 0; at < text.plain().length() && token < text.size(); ) {
            int character = text.plain().codePointAt(at);
            if (point == text.tokens().get(token).start()) {
                starts.set(token, line);
                line = false;
                token++;
            }
            line |= character == '\n';
            at += Character.charCount(character);
            point++;
        }
        return starts;
    }
}
