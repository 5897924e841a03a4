package dev.clausewatch.crawler.extract;

import dev.clausewatch.events.TextFormat;

/**
 * The marks of links and of struck-out words in one line. While it is put together each is a character that no page can write, followed
 * by which one it is; only the finished line gets our marks, and what looks like one of them among the words a backslash.
 */
final class LineMarks {

    /** It stands for something that is no text (an object replacement character), so that none is missed where a page has it. */
    static final char PRIVATE = '\uFFFC';

    static final String STRIKE = PRIVATE + "{";
    static final String STRIKE_END = PRIVATE + "}";
    static final String LINK = PRIVATE + "[";
    static final String LINK_TARGET = PRIVATE + "]";
    static final String LINK_END = PRIVATE + ")";

    private static final String MARK = "~~";

    private final String line;
    private final StringBuilder out;
    private int strikes;
    private boolean inLink;
    private boolean inAddress;
    /** How many backslashes stand last. */
    private int backslashes;

    private LineMarks(String line) {
        this.line = line;
        this.out = new StringBuilder(line.length());
    }

    /** A line as it is written; its words on one line and normal. */
    static String written(String line) {
        return new LineMarks(line.indexOf(PRIVATE) < 0 ? line : tidy(line)).write();
    }

    /** Words in which nothing is marked, as they are written. */
    static String literal(String words) {
        return written(words(TextFormat.normalize(words).strip()));
    }

    /** Words of a page, without what only we may write. */
    static String words(String words) {
        return words.indexOf(PRIVATE) < 0 ? words : words.replace(String.valueOf(PRIVATE), "");
    }

    /** Blanks stand outside of strikes, none strikes nothing, and one goes on in the next. */
    private static String tidy(String line) {
        return line.replace(STRIKE + " ", " " + STRIKE)
                .replace(" " + STRIKE_END, STRIKE_END + " ")
                .replace(STRIKE + STRIKE_END, "")
                .replace(STRIKE_END + STRIKE, "")
                .replace(STRIKE_END + " " + STRIKE, " ")
                .strip();
    }

    private String write() {
        int i = 0;
        while (i < line.length()) {
            char c = line.charAt(i);
            if (c == PRIVATE && i + 1 < line.length()) {
                i = mark(line.charAt(i + 1), i + 2);
            } else {
                literal(c, i);
                i++;
            }
        }
        return out.toString();
    }

    private int mark(char which, int behind) {
        switch (which) {
            case '{' -> {
                if (strikes == 0) {
                    strike();
                }
                strikes++;
            }
            case '}' -> {
                strikes--;
                if (strikes == 0) {
                    strikeEnd(behind);
                }
            }
            case '[' -> {
                inLink = true;
                put("[");
            }
            case ']' -> {
                inLink = false;
                int end = Math.max(behind, line.indexOf(LINK_END, behind));
                put("](" + line.substring(behind, end));
                return end;
            }
            default -> put(")");
        }
        return behind;
    }

    /** Tildes in an address are taken for a part of it. */
    private void strike() {
        if (inAddress) {
            put(" ");
        }
        escapeBackslashes();
        put(MARK);
    }

    private void strikeEnd(int behind) {
        escapeBackslashes();
        put(MARK);
        if (inAddress && behind < line.length() && line.charAt(behind) != ' ') {
            put(" ");
        }
    }

    private void literal(char c, int at) {
        boolean looksLikeMark = switch (c) {
            case '~' -> isMarkBefore(at) || isMarkBehind(at + 1);
            case '(' -> at > 0 && line.charAt(at - 1) == ']';
            case '[', ']' -> inLink;
            case '`' -> true;
            default -> false;
        };
        if (looksLikeMark) {
            escapeBackslashes();
            put("\\");
        }
        out.append(c);
        backslashes = c == '\\' ? backslashes + 1 : 0;
        inAddress = c != ' ' && (inAddress || (c == '/' && out.length() > 2 && isAddress()));
    }

    private boolean isAddress() {
        return out.charAt(out.length() - 2) == '/' && out.charAt(out.length() - 3) == ':';
    }

    private boolean isMarkBefore(int at) {
        return at > 1 && line.charAt(at - 2) == PRIVATE && "{}".indexOf(line.charAt(at - 1)) >= 0;
    }

    private boolean isMarkBehind(int at) {
        return at < line.length()
                && (line.charAt(at) == '~'
                        || (line.charAt(at) == PRIVATE
                                && at + 1 < line.length()
                                && "{}".indexOf(line.charAt(at + 1)) >= 0));
    }

    private void escapeBackslashes() {
        out.repeat('\\', backslashes);
        backslashes = 0;
    }

    /** Puts what no backslash belongs to. */
    private void put(String text) {
        out.append(text);
        backslashes = 0;
        inAddress &= !text.equals(" ");
    }
}
