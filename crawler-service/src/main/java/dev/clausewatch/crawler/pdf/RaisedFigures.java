package dev.clausewatch.crawler.pdf;

import java.util.List;
import org.apache.pdfbox.text.TextPosition;

/**
 * Writes figures that stand higher than their line so that they stay apart from what they follow: {@code [2]} for the mark of a note,
 * {@code 10^2} behind a plain number.
 */
final class RaisedFigures {

    /** So much smaller than the line's largest letters are raised ones. */
    private static final double SMALLER = 0.85;

    /** So much higher, in heights of those letters. */
    private static final double HIGHER = 0.25;

    private static final int MOST_DIGITS = 3;
    private static final String NO_BASE = "$€£¥.,";

    private final TextPosition line;
    private final StringBuilder out = new StringBuilder();
    private final StringBuilder raised = new StringBuilder();

    private RaisedFigures(TextPosition line) {
        this.line = line;
    }

    /** The words of a part of a line; as they are given where they do not read from left to right. */
    static String in(String words, List<TextPosition> where) {
        if (where.isEmpty()) {
            return words;
        }
        RaisedFigures reader = new RaisedFigures(largest(where));
        StringBuilder plain = new StringBuilder();
        for (TextPosition position : where) {
            plain.append(position.getUnicode());
            reader.add(position);
        }
        reader.end(' ');
        return plain.toString().contentEquals(words) ? reader.out.toString() : words;
    }

    private void add(TextPosition position) {
        String text = position.getUnicode();
        if (text.isEmpty()) {
            return;
        }
        if (isDigit(text) && isRaised(position)) {
            raised.append(text);
        } else {
            end(text.charAt(0));
            out.append(text);
        }
    }

    private void end(char next) {
        if (raised.isEmpty()) {
            return;
        }
        if (raised.length() > MOST_DIGITS) {
            out.append(raised);
        } else if (isExponent()) {
            out.append('^').append(raised);
        } else {
            out.append('[').append(raised).append(Character.isLetterOrDigit(next) || next == '(' ? "] " : "]");
        }
        raised.setLength(0);
    }

    private boolean isExponent() {
        int start = out.length();
        while (start > 0 && Character.isDigit(out.charAt(start - 1))) {
            start--;
        }
        boolean number = start < out.length();
        return number && !raised.toString().equals("1") && (start == 0 || NO_BASE.indexOf(out.charAt(start - 1)) < 0);
    }

    private boolean isRaised(TextPosition position) {
        return position.getFontSizeInPt() < SMALLER * line.getFontSizeInPt()
                && line.getYDirAdj() - position.getYDirAdj() > HIGHER * line.getHeightDir();
    }

    private static boolean isDigit(String text) {
        return text.length() == 1 && text.charAt(0) >= '0' && text.charAt(0) <= '9';
    }

    private static TextPosition largest(List<TextPosition> where) {
        TextPosition largest = where.getFirst();
        for (TextPosition position : where) {
            largest = position.getFontSizeInPt() > largest.getFontSizeInPt() ? position : largest;
        }
        return largest;
    }
}
