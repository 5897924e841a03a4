package dev.clausewatch.classifier.assess;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What a word is compared by: its letters and digits in lower case, and those signs that change what it says. Punctuation around and
 * between letters is how a word is written; between digits, and as the sign of a figure, it is part of the figure. Currencies, percent
 * signs and symbols such as a tick always count.
 */
final class WordKey {

    /** Signs that Unicode counts among the symbols and that say nothing: marks of names, borders of cells, marks of the text format. */
    private static final String SILENT = "\u00ae\u00a9\u2122\u2120\u00b0|~`";

    private final int[] points;
    private final StringBuilder key = new StringBuilder();

    private WordKey(String lowerCase) {
        this.points = lowerCase.codePoints().toArray();
    }

    /** The key of a word; empty for one that is punctuation only. */
    static String of(String word) {
        String lowerCase = word.toLowerCase(Locale.ROOT);
        if (isLettersAndDigits(lowerCase)) {
            return lowerCase;
        }
        WordKey reader = new WordKey(lowerCase);
        for (int at = 0; at < reader.points.length; at++) {
            reader.read(at);
        }
        return reader.key.toString();
    }

    /** Most words; what needs two characters is left to be read. */
    private static boolean isLettersAndDigits(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!Character.isLetterOrDigit(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether two keys differ in their last letters at most. */
    static boolean isSimilar(String a, String b) {
        int shared = 0;
        while (shared < a.length() && shared < b.length() && a.charAt(shared) == b.charAt(shared)) {
            shared++;
        }
        return Math.max(a.length(), b.length()) - shared <= 3 && shared >= 3;
    }

    private void read(int at) {
        int point = points[at];
        if (Character.isLetterOrDigit(point)) {
            key.appendCodePoint(point);
            return;
        }
        switch (Character.getType(point)) {
            case Character.OTHER_NUMBER, Character.LETTER_NUMBER -> number(at);
            case Character.CURRENCY_SYMBOL -> key.appendCodePoint(point);
            case Character.OTHER_SYMBOL -> {
                if (!isSilent(point)) {
                    key.appendCodePoint(point);
                }
            }
            case Character.MATH_SYMBOL -> {
                if (!isSilent(point) && (isBesideFigure(at) || hasNoLetter())) {
                    key.appendCodePoint(point == '\u2212' ? '-' : point);
                }
            }
            default -> punctuation(at);
        }
    }

    /** A raised digit is the same as one behind {@code ^}; a fraction is a figure of its own. */
    private void number(int at) {
        String plain = Normalizer.normalize(Character.toString(points[at]), Normalizer.Form.NFKC);
        boolean raised = plain.length() == 1 && Character.isDigit(plain.charAt(0)) && isRaised(points[at]);
        if (!raised) {
            key.appendCodePoint(points[at]);
            return;
        }
        key.append(at > 0 && isRaised(points[at - 1]) ? plain : "^" + plain);
    }

    private void punctuation(int at) {
        int point = points[at];
        if (point == '%' || point == '\u2030') {
            key.appendCodePoint(point);
        } else if ((isDigit(at + 1) && isDigit(at - 1)) || isSign(at)) {
            key.appendCodePoint(Character.getType(point) == Character.DASH_PUNCTUATION ? '-' : point);
        }
    }

    /** A minus, a point or a caret before a figure, behind nothing that is a word. */
    private boolean isSign(int at) {
        int point = points[at];
        boolean sign = point == '.' || point == '^' || Character.getType(point) == Character.DASH_PUNCTUATION;
        return sign
                && (isDigit(at + 1) || isCurrency(at + 1) || (point == '^' && isSign(at + 1)))
                && (point == '^' || at == 0 || !Character.isLetterOrDigit(points[at - 1]));
    }

    private boolean isBesideFigure(int at) {
        return isDigit(at - 1) || isDigit(at + 1) || isCurrency(at + 1);
    }

    private boolean hasNoLetter() {
        for (int point : points) {
            if (Character.isLetter(point)) {
                return false;
            }
        }
        return true;
    }

    private boolean isDigit(int at) {
        return at >= 0 && at < points.length && Character.isDigit(points[at]);
    }

    private boolean isCurrency(int at) {
        return at >= 0 && at < points.length && Character.getType(points[at]) == Character.CURRENCY_SYMBOL;
    }

    private static boolean isRaised(int point) {
        return point == '\u00b2'
                || point == '\u00b3'
                || point == '\u00b9'
                || point == '\u2070'
                || (point >= '\u2074' && point <= '\u2079');
    }

    private static boolean isSilent(int point) {
        return SILENT.indexOf(point) >= 0;
    }
}
