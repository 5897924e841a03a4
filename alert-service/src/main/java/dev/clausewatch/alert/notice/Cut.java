package dev.clausewatch.alert.notice;

import java.util.function.UnaryOperator;

/** Cuts texts between code points; a cut text ends with an ellipsis. */
public final class Cut {

    private static final String ELLIPSIS = "…";

    private Cut() {}

    /** The text, or as much of its beginning as there is room for. */
    public static String to(String text, int codePoints) {
        if (text.length() <= codePoints || text.codePointCount(0, text.length()) <= codePoints) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, codePoints - 1)) + ELLIPSIS;
    }

    /**
     * The text, or as much of it as there is room for around a place that has to be seen.
     *
     * @param place in code points; words may begin a little before it
     */
    public static String around(String text, int place, int codePoints) {
        int length = text.codePointCount(0, text.length());
        if (length <= codePoints || place < codePoints / 2) {
            return to(text, codePoints);
        }
        int seen = text.offsetByCodePoints(0, Math.min(place, length));
        int start = text.offsetByCodePoints(0, Math.min(place - codePoints / 4, length - codePoints + 1));
        int space = text.indexOf(' ', start);
        int begin = space >= 0 && space < seen ? space + 1 : start;
        return ELLIPSIS + to(text.substring(begin), codePoints - 1);
    }

    /**
     * The text escaped, cut so that the escaped one has room and no escape is cut in two.
     *
     * @param escape of one code point
     * @param length in chars
     */
    public static String escaped(String text, UnaryOperator<String> escape, int length) {
        StringBuilder out = new StringBuilder();
        int fits = 0;
        for (int i = 0; i < text.length(); ) {
            int end = text.offsetByCodePoints(i, 1);
            out.append(escape.apply(text.substring(i, end)));
            if (out.length() <= length - ELLIPSIS.length()) {
                fits = out.length();
            }
            if (out.length() > length) {
                return out.substring(0, fits) + ELLIPSIS;
            }
            i = end;
        }
        return out.toString();
    }
}
