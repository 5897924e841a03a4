package dev.clausewatch.classifier.encoder;

import java.text.Normalizer;
import java.util.Locale;

/** The words of a text in our Markdown: lower case, without link targets, accents and marks. As {@code wordpieces.py} does it. */
final class PlainText {

    /** Code points of a text that are read; the rest is beyond what the encoder takes in any case. */
    static final int MOST_CHARACTERS = 20_000;

    private static final String MARKUP = "*_`#\\|";

    private PlainText() {}

    static String of(String text) {
        String words =
                Normalizer.normalize(withoutTargets(beginning(text)).toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        StringBuilder plain = new StringBuilder(words.length());
        words.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK && MARKUP.indexOf(c) < 0)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static String beginning(String text) {
        if (text.length() <= MOST_CHARACTERS || text.codePointCount(0, text.length()) <= MOST_CHARACTERS) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, MOST_CHARACTERS));
    }

    /** Links by their words alone. */
    private static String withoutTargets(String text) {
        StringBuilder words = new StringBuilder(text.length());
        int done = 0;
        for (int open = text.indexOf('['); open >= 0; open = text.indexOf('[', done)) {
            int close = text.indexOf(']', open);
            if (close < 0) {
                break;
            }
            if (text.startsWith("(", close + 1)) {
                int end = text.indexOf(')', close);
                if (end < 0) {
                    break;
                }
                words.append(text, done, open).append(text, open + 1, close);
                done = end + 1;
            } else {
                words.append(text, done, close + 1);
                done = close + 1;
            }
        }
        return words.append(text, done, text.length()).toString();
    }
}
