package dev.clausewatch.crawler.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.text.TextPosition;

/**
 * A word of a line, in points from the upper left corner of the page.
 *
 * @param left where its first character begins
 * @param right where its last one ends
 * @param base of its characters
 * @param size of its first character
 * @param direction in which it is written, in degrees
 */
record Word(String text, double left, double right, double base, double size, int direction) {

    /** The middle of small letters above their base, in sizes. */
    private static final double MIDDLE = 0.3;

    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** The words of a part of a line; one where it is not clear which of the characters make which. */
    static List<Word> in(String text, List<TextPosition> where) {
        List<List<TextPosition>> groups = new ArrayList<>();
        boolean apart = true;
        for (TextPosition position : where) {
            boolean blank = position.getUnicode().isBlank();
            if (!blank && apart) {
                groups.add(new ArrayList<>());
            }
            if (!blank) {
                groups.getLast().add(position);
            }
            apart = blank;
        }
        List<String> texts =
                SPACES.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
        if (texts.isEmpty() || groups.isEmpty()) {
            return List.of();
        }
        if (texts.size() != groups.size()
                || !texts.getFirst().startsWith(groups.getFirst().getFirst().getUnicode())) {
            return List.of(of(
                    text,
                    where.stream()
                            .filter(position -> !position.getUnicode().isBlank())
                            .toList()));
        }
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            words.add(of(texts.get(i), groups.get(i)));
        }
        return words;
    }

    private static Word of(String text, List<TextPosition> where) {
        double left = where.stream().mapToDouble(TextPosition::getXDirAdj).min().orElseThrow();
        double right = where.stream()
                .mapToDouble(position -> position.getXDirAdj() + position.getWidthDirAdj())
                .max()
                .orElseThrow();
        TextPosition first = where.getFirst();
        return new Word(text, left, right, first.getYDirAdj(), first.getFontSizeInPt(), Math.round(first.getDir()));
    }

    /** That of the middle of its letters. */
    double height() {
        return base - MIDDLE * size;
    }

    double middle() {
        return (left + right) / 2;
    }
}
