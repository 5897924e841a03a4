package dev.clausewatch.events;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The text format of snapshots (see {@code docs/text-format.md}): a CommonMark subset in which every block is one line.
 * Offsets into such a text are Unicode code points, half open.
 */
public final class TextFormat {

    /** Joins the texts of several sources. */
    public static final String SOURCE_SEPARATOR = "---";

    /** Spaces by which each level of a nested list is indented. */
    public static final int LIST_INDENT = 4;

    private static final char ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final char ZERO_WIDTH_JOINER = 0x200D;
    private static final Pattern SPACES = Pattern.compile(" {2,}");

    private static final int MOST_MARKS = 30;
    private static final int FIRST_MARK = 0x300;

    private TextFormat() {}

    /**
     * Puts characters and blank lines in order: NFC, LF, no invisible or control characters, every kind of space a plain one,
     * no doubled or trailing spaces, blocks separated by at most one empty line, one line feed at the end. Normalising twice
     * changes nothing.
     */
    public static String normalize(String text) {
        String visible = compose(visible(compose(text.replace("\r\n", "\n").replace('\r', '\n'))));
        // Removing a joiner can put two characters next to each other that NFC composes.
        String joined = compose(joined(visible));
        List<String> lines = new ArrayList<>();
        for (String line : joined.split("\n", -1)) {
            String tidy = tidy(line);
            boolean blank = tidy.isEmpty();
            if (!blank || (!lines.isEmpty() && !lines.get(lines.size() - 1).isEmpty())) {
                lines.add(tidy);
            }
        }
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    /** The part of a text between two code point offsets. */
    public static String slice(String text, int start, int end) {
        int from = text.offsetByCodePoints(0, start);
        return text.substring(from, text.offsetByCodePoints(from, end - start));
    }

    /** The length of a text in code points. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String compose(String text) {
        return Normalizer.normalize(withFewMarks(text), Normalizer.Form.NFC);
    }

    /**
     * The text with no more than thirty combining marks in a row, as no writing has them (UAX #15, stream-safe text): Java's
     * normalizer takes quadratic time over a run of marks. To be called before any normalizing of what strangers wrote.
     */
    public static String withFewMarks(String text) {
        int run = 0;
        StringBuilder out = null;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            int next = i + Character.charCount(point);
            run = point >= FIRST_MARK && isMark(point) ? run + 1 : 0;
            if (run > MOST_MARKS && out == null) {
                out = new StringBuilder(text.length()).append(text, 0, i);
            } else if (run <= MOST_MARKS && out != null) {
                out.appendCodePoint(point);
            }
            i = next;
        }
        return out == null ? text : out.toString();
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static String visible(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Nearly all of nearly every text.
            if (c == '\n' || (c >= ' ' && c < 0x7f)) {
                out.append(c);
                continue;
            }
            int point = text.codePointAt(i);
            i += Character.charCount(point) - 1;
            if (isJoiner(point)) {
                out.appendCodePoint(point);
            } else if (point == '\t' || Character.isSpaceChar(point)) {
                // Line and paragraph separators (U+2028, U+2029) are space characters too: a page's line break, not a
                // block's end.
                out.append(' ');
            } else if (!isInvisible(point)) {
                out.appendCodePoint(point);
            }
        }
        return out.toString();
    }

    /** Joiners have a meaning in Persian, in Indic scripts and between emoji; next to ASCII, or to another joiner, they have none. */
    private static String joined(String text) {
        if (text.indexOf(ZERO_WIDTH_NON_JOINER) < 0 && text.indexOf(ZERO_WIDTH_JOINER) < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int[] points = text.codePoints().toArray();
        int before = ' ';
        for (int i = 0; i < points.length; i++) {
            int after = i + 1 < points.length ? points[i + 1] : ' ';
            if (!isJoiner(points[i]) || (isJoinable(before) && isJoinable(after))) {
                out.appendCodePoint(points[i]);
                before = points[i];
            }
        }
        return out.toString();
    }

    private static boolean isJoinable(int point) {
        return point > 0x7f && !isJoiner(point);
    }

    private static String tidy(String line) {
        int indent = 0;
        while (indent < line.length() && line.charAt(indent) == ' ') {
            indent++;
        }
        if (indent == line.length()) {
            return "";
        }
        if (!line.endsWith(" ") && line.indexOf("  ", indent) < 0) {
            return line;
        }
        return " ".repeat(indent) + SPACES.matcher(line.strip()).replaceAll(" ");
    }

    private static boolean isJoiner(int point) {
        return point == ZERO_WIDTH_NON_JOINER || point == ZERO_WIDTH_JOINER;
    }

    private static boolean isInvisible(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED
                || point == 0x034F
                || (point >= 0xFE00 && point <= 0xFE0F);
    }
}
