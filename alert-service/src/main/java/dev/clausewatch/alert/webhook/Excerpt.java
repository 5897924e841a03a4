package dev.clausewatch.alert.webhook;

/** Cuts texts at Unicode code points. */
final class Excerpt {

    private static final String ELLIPSIS = "…";

    private Excerpt() {}

    /** The text, or its beginning with an ellipsis. */
    static String of(String text, int codePoints) {
        if (!isLonger(text, codePoints)) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, codePoints)) + ELLIPSIS;
    }

    static boolean isLonger(String text, int codePoints) {
        return text.length() > codePoints && text.codePointCount(0, text.length()) > codePoints;
    }

    /** The code points from start to end, as far as the text has them. */
    static String between(String text, int start, int end) {
        int length = text.codePointCount(0, text.length());
        int from = Math.min(start, length);
        int to = Math.min(Math.max(end, from), length);
        int first = text.offsetByCodePoints(0, from);
        return text.substring(first, text.offsetByCodePoints(first, to - from));
    }
}
