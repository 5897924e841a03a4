package dev.clausewatch.events;

/**
 * Words that a text prints struck out, {@code ~~like these~~}: they are shown and do not hold. A mark opens before a word and
 * closes behind one, in the same line; any other two tildes are characters.
 */
public final class StruckWords {

    private static final String MARK = "~~";

    private StruckWords() {}

    /** The text without them. */
    public static String removed(String text) {
        return text.contains(MARK) ? replaced(text, false) : text;
    }

    /** The text with a blank for each of their code points, so that places stay what they are. */
    public static String blanked(String text) {
        return text.contains(MARK) ? replaced(text, true) : text;
    }

    private static String replaced(String text, boolean blank) {
        StringBuilder standing = new StringBuilder(text.length());
        int at = 0;
        int open = opening(text, 0);
        while (open >= 0) {
            int end = closing(text, open + MARK.length());
            if (end >= 0) {
                standing.append(text, at, open);
                standing.append(" ".repeat(blank ? text.codePointCount(open, end) : 0));
                at = end;
            }
            open = opening(text, end >= 0 ? end : lineEnd(text, open));
        }
        return standing.append(text, at, text.length()).toString();
    }

    /** Where the next mark before a word is, from a char on; -1 when there is none. */
    private static int opening(String text, int from) {
        for (int at = text.indexOf(MARK, from); at >= 0; at = text.indexOf(MARK, at + 1)) {
            char before = at == 0 ? ' ' : text.charAt(at - 1);
            int next = at + MARK.length();
            boolean word = next < text.length() && !isSpaceOrTilde(text.charAt(next));
            if (word && before != '\\' && before != '~' && before != '/') {
                return at;
            }
        }
        return -1;
    }

    /** The end of the mark behind a word that closes what begins at a char; -1 when the line has none. */
    private static int closing(String text, int from) {
        int lineEnd = lineEnd(text, from);
        for (int at = text.indexOf(MARK, from + 1); at >= 0 && at < lineEnd; at = text.indexOf(MARK, at + 1)) {
            if (!isSpaceOrTilde(text.charAt(at - 1))) {
                return at + MARK.length();
            }
        }
        return -1;
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private static boolean isSpaceOrTilde(char c) {
        return c == '~' || Character.isWhitespace(c);
    }
}
