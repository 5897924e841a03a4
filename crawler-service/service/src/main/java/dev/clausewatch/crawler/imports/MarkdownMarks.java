package dev.clausewatch.crawler.imports;

/**
 * Makes a hostile text one that the Markdown library reads in linear time, and keeps apart what looks the same to it. Characters of
 * Unicode's private use stand in for some marks while it reads; the format of snapshots has none of them anyway.
 */
final class MarkdownMarks {

    /** As many elements as the extractor reads of a page. */
    private static final int MOST_MARKS = 300_000;

    /** Cells that a table has, or gets where its rows are shorter than its head; a table of a megabyte has some ten thousand. */
    private static final long MOST_CELLS = 500_000;

    /** The library looks for the end of a tag up to the end of the paragraph, again for each beginning. */
    private static final int LONGEST_TAG = 2_000;

    private static final String COMMENT = "<!--";
    private static final String COMMENT_END = "-->";

    private static final char STAR = '\uE000';
    private static final char LESS = '\uE001';

    private static final boolean[] IS_MARK = new boolean[128];

    static {
        "*_[]()<>&`|\\!~#".chars().forEach(mark -> IS_MARK[mark] = true);
    }

    private MarkdownMarks() {}

    /** Whether the tree of this text would not fit into memory. */
    static boolean tooMany(String markdown) {
        int marks = 0;
        long lines = 1;
        long columns = 0;
        long widest = 0;
        for (int i = 0; i < markdown.length(); i++) {
            char c = markdown.charAt(i);
            if (c == '\n') {
                lines++;
                columns = 0;
            } else if (c < IS_MARK.length && IS_MARK[c]) {
                marks++;
                columns += c == '|' ? 1 : 0;
                widest = Math.max(widest, columns);
            }
        }
        return marks > MOST_MARKS || widest * lines > MOST_CELLS;
    }

    /** Before the library reads. */
    static String protect(String markdown) {
        StringBuilder out = new StringBuilder(markdown.length());
        int lastComment = markdown.lastIndexOf(COMMENT_END);
        for (int i = 0; i < markdown.length(); i++) {
            char c = markdown.charAt(i);
            if (c == '\\' && i + 1 < markdown.length()) {
                char escaped = markdown.charAt(++i);
                // An escaped star is a star; one that finds no partner is a mark of emphasis.
                if (escaped == '*') {
                    out.append(STAR);
                } else {
                    out.append(c).append(escaped);
                }
            } else if (c == '<') {
                i = less(markdown, i, lastComment, out);
            } else if (c != STAR && c != LESS) {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Writes what may begin a tag, leaves out a comment; where to go on behind. */
    private static int less(String markdown, int at, int lastComment, StringBuilder out) {
        int inside = at + COMMENT.length();
        if (inside <= lastComment && markdown.startsWith(COMMENT, at)) {
            return markdown.indexOf(COMMENT_END, inside) + COMMENT_END.length() - 1;
        }
        char next = at + 1 < markdown.length() ? markdown.charAt(at + 1) : ' ';
        boolean tag = Character.isLetter(next) || next == '/';
        out.append(tag && ends(markdown, at) ? '<' : LESS);
        return at;
    }

    private static boolean ends(String markdown, int at) {
        int last = Math.min(markdown.length(), at + LONGEST_TAG);
        for (int i = at + 1; i < last; i++) {
            if (markdown.charAt(i) == '>') {
                return true;
            }
        }
        return false;
    }

    /** In the HTML that the library wrote. */
    static String restore(String html) {
        return html.replace(String.valueOf(STAR), "*").replace(String.valueOf(LESS), "&lt;");
    }
}
