package dev.clausewatch.crawler.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.text.TextPosition;

/**
 * Writes figures that stand higher than their line so that they stay apart from what they follow: {@code [2]} for the mark of a note,
 * {@code 1 1/2}, and {@code 10^2}. Terms have powers of ten alone, and none of them is an amount of money or of time.
 */
final class SuperscriptFigures {

    /** So much smaller than the line's largest letters are raised ones. */
    private static final double SMALLER = 0.85;

    /** So much higher, in heights of those letters. */
    private static final double HIGHER = 0.25;

    private static final int LONGEST = 3;

    private static final Pattern TEN = Pattern.compile("(?<![\\p{L}\\d.,$€£¥₹])(?<![$€£¥₹] |[A-Z]{3} )10\\z");

    private static final Pattern MONEY_OR_TIME = Pattern.compile(
            "\\A[ -]?+(?:[%€$£¥₹]|[A-Z]{3}(?!\\p{L})|(?i:(?:business|working|calendar|consecutive|full) )?+(?i:percent|euro|dollar|pound|cent|second|minute|hour|day|night|week|month|quarter|year)s?+(?!\\p{L}))");

    /** One that people write; the mark of a note before a slash, as in "24/7", is none. */
    private static final Pattern FRACTION =
            Pattern.compile("\\A(?:1[/⁄](?:[2-68]|16)|2[/⁄][35]|3[/⁄][458]|4[/⁄]5|5[/⁄][68]|7[/⁄]8)(?!\\d)");

    /** So much of the line before and behind a figure tells what it is. */
    private static final int NEAR = 24;

    private final TextPosition line;
    private final StringBuilder plain = new StringBuilder();
    private final List<Raised> raised = new ArrayList<>();

    /**
     * Figures that stand higher.
     *
     * @param at how much of the plain text is before them
     */
    private record Raised(int at, StringBuilder figures) {}

    private SuperscriptFigures(TextPosition line) {
        this.line = line;
    }

    /** The words of a part of a line; as they are given where they do not read from left to right. */
    static String in(String words, List<TextPosition> where) {
        if (where.isEmpty()) {
            return words;
        }
        SuperscriptFigures reader = new SuperscriptFigures(largest(where));
        StringBuilder all = new StringBuilder();
        for (TextPosition position : where) {
            all.append(position.getUnicode());
            reader.add(position);
        }
        return all.toString().contentEquals(words) ? reader.written() : words;
    }

    private void add(TextPosition position) {
        String text = position.getUnicode();
        if (!isFigure(text) || !isRaised(position)) {
            plain.append(text);
            return;
        }
        if (raised.isEmpty() || raised.getLast().at() < plain.length()) {
            raised.add(new Raised(plain.length(), new StringBuilder()));
        }
        raised.getLast().figures().append(text);
    }

    private String written() {
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (Raised next : raised) {
            out.append(plain, from, next.at());
            from = next.at();
            write(next.figures().toString(), out, plain.substring(from, Math.min(plain.length(), from + NEAR)));
        }
        return out.append(plain, from, plain.length()).toString();
    }

    private static void write(String figures, StringBuilder out, String behind) {
        char last = out.isEmpty() ? ' ' : out.charAt(out.length() - 1);
        if (figures.length() > LONGEST || !Character.isDigit(figures.charAt(0))) {
            out.append(figures);
        } else if (FRACTION.matcher(figures + behind).find()) {
            out.append(Character.isDigit(last) ? " " : "").append(figures);
        } else if (!figures.equals("1")
                && TEN.matcher(out.substring(Math.max(0, out.length() - NEAR))).find()
                && !MONEY_OR_TIME.matcher(behind).find()) {
            out.append('^').append(figures);
        } else {
            boolean joins =
                    !behind.isEmpty() && (Character.isLetterOrDigit(behind.charAt(0)) || behind.charAt(0) == '(');
            out.append('[').append(figures).append(joins ? "] " : "]");
        }
    }

    private boolean isRaised(TextPosition position) {
        return position.getFontSizeInPt() < SMALLER * line.getFontSizeInPt()
                && line.getYDirAdj() - position.getYDirAdj() > HIGHER * line.getHeightDir();
    }

    private static boolean isFigure(String text) {
        return text.length() == 1 && "0123456789/⁄".contains(text);
    }

    private static TextPosition largest(List<TextPosition> where) {
        TextPosition largest = where.getFirst();
        for (TextPosition position : where) {
            largest = position.getFontSizeInPt() > largest.getFontSizeInPt() ? position : largest;
        }
        return largest;
    }
}
