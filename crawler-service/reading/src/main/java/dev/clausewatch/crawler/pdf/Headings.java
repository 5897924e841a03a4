package dev.clausewatch.crawler.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which paragraphs are headings: short, apart, and in larger or bolder letters than the rest, or in capitals. In doubt there is none: a
 * heading that was taken for a paragraph loses no words.
 */
final class Headings {

    private static final int LONGEST = 150;
    private static final int LONGEST_IN_CAPITALS = 80;
    private static final int MOST_LINES = 3;
    private static final int DEEPEST = 6;

    /** So much larger than the body's are letters that mean something. */
    private static final double LARGER = 1.1;

    /** Where more of the text is bold, bold says nothing. */
    private static final double BOLD_SAYS_NOTHING = 0.35;

    private static final Pattern GOES_ON = Pattern.compile("[;,:]$|[.]['\"”’)\\]]*$");
    private static final Pattern SENTENCE_ENDS = Pattern.compile("\\p{Ll}{2}[.] ");

    private final double body;
    private final boolean boldSaysSomething;
    private final List<Style> styles;

    /** How a heading looks; the styles of a document, in order, are its levels. */
    private record Style(double size, boolean capitals, boolean bold) {

        static Style of(Paragraph paragraph, String text) {
            return new Style(paragraph.size(), isCapitals(text), paragraph.isBold());
        }
    }

    Headings(List<Line> lines, List<Paragraph> paragraphs, Hyphenation hyphens) {
        this.body = FontSizes.body(lines);
        this.boldSaysSomething = boldShare(lines) < BOLD_SAYS_NOTHING;
        List<Style> seen = new ArrayList<>();
        for (Paragraph paragraph : paragraphs) {
            String text = hyphens.join(paragraph.lines());
            if (is(paragraph, text)) {
                seen.add(Style.of(paragraph, text));
            }
        }
        this.styles = seen.stream()
                .distinct()
                .sorted(Comparator.comparingDouble(Style::size)
                        .thenComparing(Style::capitals)
                        .thenComparing(Style::bold)
                        .reversed())
                .toList();
    }

    /** From 1; 0 for what is no heading. */
    int level(Paragraph paragraph, String text) {
        return is(paragraph, text) ? Math.min(DEEPEST, styles.indexOf(Style.of(paragraph, text)) + 1) : 0;
    }

    private boolean is(Paragraph paragraph, String text) {
        boolean shape = text.length() <= LONGEST
                && paragraph.lines().size() <= MOST_LINES
                && text.codePoints().anyMatch(Character::isLetter)
                && !Labels.isBullet(text)
                && !SENTENCE_ENDS.matcher(text).find();
        if (!shape) {
            return false;
        }
        boolean numbered = Labels.isNumbered(text);
        boolean large = paragraph.size() >= body * LARGER;
        boolean bold = boldSaysSomething && paragraph.isBold();
        boolean capitals = text.length() <= LONGEST_IN_CAPITALS && isCapitals(text) && !Labels.isItem(text);
        if (GOES_ON.matcher(text).find()) {
            return numbered && (bold || large) && text.length() <= LONGEST_IN_CAPITALS && text.endsWith(".");
        }
        return large || bold || capitals;
    }

    private static boolean isCapitals(String text) {
        return text.codePoints().filter(Character::isUpperCase).count() >= 4
                && text.codePoints().noneMatch(Character::isLowerCase);
    }

    private static double boldShare(List<Line> lines) {
        int bold = 0;
        int all = 1;
        for (Line line : lines) {
            all += line.text().length();
            bold += line.bold() ? line.text().length() : 0;
        }
        return (double) bold / all;
    }
}
