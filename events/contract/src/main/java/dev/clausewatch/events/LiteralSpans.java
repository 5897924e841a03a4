package dev.clausewatch.events;

/** Finds the parts of a Markdown text in which marks are literal: escaped characters, link targets, printed addresses, code. */
final class LiteralSpans {

    private static final String TARGET = "](";
    private static final String TRAILING = "?!.,:;*_~'";
    private static final String NEVER_IN_ADDRESS = "<>[]\"|`\\";
    /** Code spans with longer delimiters than this are not recognised. */
    private static final int MOST_CODE_MARKS = 8;

    private final String text;
    /** By how many marks: up to where no such code ends. */
    private final int[] noCodeUntil = new int[MOST_CODE_MARKS + 1];

    private int noTargetUntil;

    LiteralSpans(String text) {
        this.text = text;
    }

    /** Where the part ends that begins at a char; the char itself where none does. */
    int end(int at) {
        return switch (text.charAt(at)) {
            case '\\' -> at + 1 < text.length() && isPunctuation(text.charAt(at + 1)) ? at + 2 : at;
            case ']' -> text.startsWith(TARGET, at) ? targetEnd(at) : at;
            case 'h', 'H' -> isAddress(at) ? addressEnd(at) : at;
            case '`' -> codeEnd(at);
            default -> at;
        };
    }

    /** A target has no blanks. */
    private int targetEnd(int at) {
        if (at < noTargetUntil) {
            return at;
        }
        int end = at + TARGET.length();
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            if (text.charAt(end) == ')') {
                return end + 1;
            }
            end++;
        }
        noTargetUntil = end;
        return at;
    }

    private boolean isAddress(int at) {
        return text.regionMatches(true, at, "http://", 0, 7) || text.regionMatches(true, at, "https://", 0, 8);
    }

    private int addressEnd(int at) {
        int end = at;
        while (end < text.length() && isOfAddress(text.charAt(end))) {
            end++;
        }
        while (TRAILING.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static boolean isOfAddress(char c) {
        return !Character.isWhitespace(c) && NEVER_IN_ADDRESS.indexOf(c) < 0;
    }

    private int codeEnd(int at) {
        int marks = runEnd(at);
        int length = marks - at;
        if (length > MOST_CODE_MARKS || at < noCodeUntil[length]) {
            return marks;
        }
        int next = marks;
        while (next < text.length() && text.charAt(next) != '\n') {
            int end = runEnd(next);
            if (end - next == length) {
                return end;
            }
            next = Math.max(end, next + 1);
        }
        noCodeUntil[length] = next;
        return marks;
    }

    private int runEnd(int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) == '`') {
            end++;
        }
        return end;
    }

    private static boolean isPunctuation(char c) {
        return c > ' ' && c < 0x7f && !Character.isLetterOrDigit(c);
    }
}
