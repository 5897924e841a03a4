package dev.clausewatch.diff.segment;

import dev.clausewatch.events.TextFormat;
import java.text.Normalizer;

/**
 * The words of a text in lower case, one space between them: letters and digits, a number with its separators and sign, and the
 * symbols that mean something (money, share, section, a tick or a cross). Read by hand, since every text goes through here.
 */
final class PlainWords {

    private static final String SYMBOLS = "%§+<>=≥≤&@⟨⟩";
    private static final String APOSTROPHES = "'’ʼ`";
    private static final String MINUS = "-−–";
    /** What may stand right before a sign or a leading point. */
    private static final String BEFORE_FIGURE = " ([^<>=≤≥≈~+±/×÷" + MINUS;

    private static final String BETWEEN_DIGITS = ":_*";
    private static final char EMOJI_LOOK = '\uFE0F';
    private static final char TEXT_LOOK = '\uFE0E';

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
                : Normalizer.normalize(SuperscriptFigures.spelledOut(marked), Normalizer.Form.NFKC);
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
        if (point == EMOJI_LOOK || point == TEXT_LOOK) {
            return;
        }
        if (isWordPart(point)) {
            append(Character.toLowerCase(point));
            inWord = true;
        } else if (inWord && isNumberSeparator(point, from, to)) {
            words.appendCodePoint(point);
        } else if (isLeadingPoint(point, from, to)) {
            inWord = false;
            append('0');
            words.append('.');
            inWord = true;
        } else if (isSign(point, from, to)) {
            inWord = false;
            append('-');
        } else if (isFraction(point, from, to)) {
            inWord = false;
            append('/');
        } else if (isSymbol(point, from, to) && !isRuled(point, from, to)) {
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
        return (point == '.' || point == ',') && isDigit(from - 1) && isDigit(to);
    }

    /** The point of {@code .5}, which is {@code 0.5}. */
    private boolean isLeadingPoint(int point, int from, int to) {
        return point == '.' && isDigit(to) && opensFigure(from);
    }

    /** A minus: before a figure, and behind none, where it is the dash of a range. */
    private boolean isSign(int point, int from, int to) {
        boolean figure = isDigit(to) || isCurrency(to) || (at(to) == '.' && isDigit(to + 1));
        return MINUS.indexOf(point) >= 0 && figure && opensFigure(from) && !(at(from - 1) == ' ' && isDigit(from - 2));
    }

    private boolean opensFigure(int from) {
        return from == 0 || BEFORE_FIGURE.indexOf(at(from - 1)) >= 0 || isCurrency(from - 1);
    }

    /** A slash between digits, also with spaces around it. */
    private boolean isFraction(int point, int from, int to) {
        return (point == '/' || point == SuperscriptFigures.FRACTION_SLASH)
                && isDigit(at(from - 1) == ' ' ? from - 2 : from - 1)
                && isDigit(at(to) == ' ' ? to + 1 : to);
    }

    private boolean isInnerApostrophe(int point, int to) {
        return APOSTROPHES.indexOf(point) >= 0 && to < text.length() && Character.isLetter(text.codePointAt(to));
    }

    /** A line of equals signs is an underline. */
    private boolean isRuled(int point, int from, int to) {
        return point == '=' && (at(from - 1) == '=' || at(to) == '=');
    }

    private boolean isSymbol(int point, int from, int to) {
        if (SYMBOLS.indexOf(point) >= 0) {
            return true;
        }
        if (point == '^') {
            return from > 0 && at(from - 1) != ' ' && to < text.length() && at(to) != ' ';
        }
        if (point == '~') {
            return isDigit(to) || isCurrency(to);
        }
        if (BETWEEN_DIGITS.indexOf(point) >= 0) {
            return isDigit(from - 1) && isDigit(to);
        }
        return switch (Character.getType(point)) {
            case Character.CURRENCY_SYMBOL -> true;
            case Character.MATH_SYMBOL, Character.OTHER_SYMBOL ->
                !isOrnament(point) && !(words.isEmpty() && isBullet(point));
            default -> false;
        };
    }

    /** Arrows, triangles and lines that pages draw around their words, pipes, and the marks of owned names. */
    private static boolean isOrnament(int point) {
        return "|¦©®℗℠™\uFFFD".indexOf(point) >= 0
                || (point >= 0x2190 && point <= 0x21FF)
                || (point >= 0x2500 && point <= 0x257F)
                || (point >= 0x25B2 && point <= 0x25C5)
                || point == 0x2794
                || (point >= 0x2798 && point <= 0x27BE)
                || (point >= 0x27F0 && point <= 0x27FF)
                || (point >= 0x2900 && point <= 0x297F)
                || (point >= 0x2B00 && point <= 0x2B11);
    }

    /** Filled shapes, which open an item of a list. */
    private static boolean isBullet(int point) {
        return "■▪●◆♦❖⬤⚫".indexOf(point) >= 0;
    }

    private boolean isDigit(int position) {
        return Character.isDigit(at(position));
    }

    private boolean isCurrency(int position) {
        return Character.getType(at(position)) == Character.CURRENCY_SYMBOL;
    }

    /** The character at a position; the null character outside the text. */
    private char at(int position) {
        return position >= 0 && position < text.length() ? text.charAt(position) : '\0';
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
