package dev.clausewatch.events;

/**
 * Struck-through words in a text, {@code ~~like these~~}: visible on the page, but not part of the terms. A mark opens before a word and
 * closes behind one, in the same line. Tildes behind a backslash, more than two in a row, and those inside a link's target, a printed
 * address or code are characters.
 */
public final class StrikethroughText {

    private static final String MARK = "~~";

    private StrikethroughText() {}

    /** The text without them. */
    public static String removed(String text) {
        return text.contains(MARK) ? replaced(text, false) : text;
    }

    /** The text with the struck-through words replaced by blanks, one per code point, so that offsets stay valid. */
    public static String blanked(String text) {
        return text.contains(MARK) ? replaced(text, true) : text;
    }

    private static String replaced(String text, boolean blank) {
        StringBuilder standing = new StringBuilder(text.length());
        LiteralSpans printed = new LiteralSpans(text);
        int copied = 0;
        int open = -1;
        for (int at = 0; at < text.length(); ) {
            int behind = printed.end(at);
            if (behind > at) {
                at = behind;
            } else if (text.charAt(at) == '\n') {
                open = -1;
                at++;
            } else if (!text.startsWith(MARK, at)) {
                at++;
            } else if (open >= 0 && closes(text, open, at)) {
                at += MARK.length();
                standing.append(text, copied, open).append(" ".repeat(blank ? text.codePointCount(open, at) : 0));
                copied = at;
                open = -1;
            } else {
                int end = runEnd(text, at);
                if (open < 0 && end == at + MARK.length() && end < text.length() && !isSpace(text, end)) {
                    open = at;
                }
                at = end;
            }
        }
        return standing.append(text, copied, text.length()).toString();
    }

    private static boolean closes(String text, int open, int at) {
        return at > open + MARK.length() && !isSpace(text, at - 1);
    }

    private static int runEnd(String text, int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) == '~') {
            end++;
        }
        return end;
    }

    private static boolean isSpace(String text, int at) {
        return Character.isWhitespace(text.charAt(at));
    }
}
