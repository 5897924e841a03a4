package dev.clausewatch.diff.segment;

import dev.clausewatch.events.TextFormat;
import java.text.Normalizer;

/**
 * The words of a text in lower case, one space between them: letters and digits, a number with its separators, and the symbols
 * that mean something (money, share, section). Read by hand, since every text goes through here.
 */
final class PlainWords {

    private static final String SYMBOLS = "%§+<>=≥≤&@⟨⟩";
    private static final String APOSTROPHES = "'’ʼ`";

    private final String text;
    private final StringBuilder words;
    private boolean inWord;

    private PlainWords(String text) {
        this.text = text;
        this.words = new StringBuilder(text.length());
    }

    static String of(String text) {
        String marked = TextFormat.withFewMarks(text);
        String composed = Normalizer.isNormalized(marked, Normalizer.Form.NFKC)
                ? marked
                : Normalizer.normalize(marked, Normalizer.Form.NFKC);
        return new PlainWords(composed).read();
    }

    private String read() {
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            int next = i + Character.charCount(point);
            read(point, i, next);
            i = next;
        }
        return words.toString();
    }

    private void read(int point, int from, int to) {
        if (isWordPart(point)) {
            append(Character.toLowerCase(point));
            inWord = true;
        } else if (inWord && isNumberSeparator(point, from, to)) {
            words.appendCodePoint(point);
        } else if (isSymbol(point) && !isRuled(point, from, to)) {
            inWord = false;
            append(point);
        } else if (!(inWord && isInnerApostrophe(point, to))) {
            inWord = false;
        }
    }

    private void append(int point) {
        if (!inWord && !words.isEmpty()) {
            words.append(' ');
        }
        words.appendCodePoint(point);
    }

    private boolean isNumberSeparator(int point, int from, int to) {
        return (point == '.' || point == ',')
                && Character.isDigit(text.charAt(from - 1))
                && to < text.length()
                && Character.isDigit(text.charAt(to));
    }

    private boolean isInnerApostrophe(int point, int to) {
        return APOSTROPHES.indexOf(point) >= 0 && to < text.length() && Character.isLetter(text.codePointAt(to));
    }

    /** A line of equals signs is an underline. */
    private boolean isRuled(int point, int from, int to) {
        return point == '='
                && ((from > 0 && text.charAt(from - 1) == '=') || (to < text.length() && text.charAt(to) == '='));
    }

    private static boolean isSymbol(int point) {
        return Character.getType(point) == Character.CURRENCY_SYMBOL || SYMBOLS.indexOf(point) >= 0;
    }

    private static boolean isWordPart(int point) {
        if (Character.isLetterOrDigit(point)) {
            return true;
        }
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.OTHER_NUMBER
                || type == Character.LETTER_NUMBER;
    }
}
