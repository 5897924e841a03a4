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
