package dev.clausewatch.crawler.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Finds which lines form a paragraph. A PDF does not say, so the page is looked at as a reader does: a wider gap, an indent, a label, a
 * line that ends before it is full.
 */
final class Paragraphs {

    /** Lines of a paragraph are at most so much further apart than usual. */
    private static final double GAP = 1.25;

    /** Lines of double spacing are not further apart, in sizes of their letters. */
    private static final double WIDEST = 2.4;

    /** What counts as an indent or as the same place, in widths of the letter m. */
    private static final double INDENT = 0.8;

    /** Lines around a line that tell how wide its column is. */
    private static final int NEIGHBOURS = 10;

    /** A gap that so many of the lines have is the usual one. */
    private static final double USUAL = 0.2;

    private static final Pattern ENDED = Pattern.compile("[.:;!?…]['\"”’)\\]]*$");
    private static final Pattern ENDED_ITEM = Pattern.compile("[.;!?…]['\"”’)\\]]*$");
    private static final Pattern BEGINS = Pattern.compile("^[^\\p{Ll}]");

    /** So much of the column is left free by a line that nothing but its end made short. */
    private static final double MUCH = 0.25;

    /** What a line leaves free of its column for the first word of the next. */
    private enum Room {
        NONE,
        SOME,
        MUCH
    }

    private final List<Line> lines;
    private final double widest;
    private final double bodySize;

    private Paragraphs(List<Line> lines) {
        this.lines = lines;
        this.bodySize = FontSizes.body(lines);
        this.widest = Math.min(GAP * leading(lines), WIDEST * bodySize);
    }

    /** No paragraph goes on with a line whose index is a start. */
    static List<Paragraph> of(List<Line> lines, Set<Integer> starts) {
        return new Paragraphs(lines).read(starts);
    }

    private List<Paragraph> read(Set<Integer> starts) {
        List<Paragraph> paragraphs = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0 && !starts.contains(i) && goesOn(paragraphs.getLast(), i)) {
                paragraphs.getLast().add(lines.get(i));
            } else {
                paragraphs.add(new Paragraph(lines.get(i)));
            }
        }
        return paragraphs;
    }

    private boolean goesOn(Paragraph paragraph, int index) {
        Line above = lines.get(index - 1);
        Line line = lines.get(index);
        if (Math.abs(above.size() - line.size()) > 0.75 || Labels.isBullet(line.text())) {
            return false;
        }
        double gap = line.base() - above.base();
        boolean ended = ENDED.matcher(above.text()).find();
        Room room = room(index - 1, line);
        if (above.page() != line.page() || gap < 0) {
            return goesOnElsewhere(above, line, room);
        }
        if (gap > widest * Math.max(1, line.size() / bodySize)) {
            return false;
        }
        if (room == Room.NONE) {
            boolean anew = Labels.isNumbered(line.text())
                    && ENDED_ITEM.matcher(above.text()).find();
            return !anew && !(ended && isShifted(paragraph, line));
        }
        boolean begins = BEGINS.matcher(line.text()).find();
        boolean breaks = ended || Labels.isNumbered(line.text()) || (begins && room == Room.MUCH);
        return !breaks && !isShifted(paragraph, line);
    }

    /** On the next page or in the next column only words that show it go on. */
    private static boolean goesOnElsewhere(Line above, Line line, Room room) {
        if (ENDED.matcher(above.text()).find() || Labels.isNumbered(line.text()) || above.bold() != line.bold()) {
            return false;
        }
        return !BEGINS.matcher(line.text()).find() || room == Room.NONE;
    }

    /** Whether the first line of a paragraph is indented, or the lines of an item hang, and this line begins anew. */
    private static boolean isShifted(Paragraph paragraph, Line line) {
        Line above = paragraph.last();
        double shift = line.left() - above.left();
        double much = INDENT * line.size();
        if (Math.abs(shift) < much || Math.abs(line.middle() - above.middle()) < much) {
            return false;
        }
        boolean labelled = paragraph.isOneLine() && Labels.isAny(above.text());
        return shift > 0 ? !labelled : labelled || !paragraph.isOneLine();
    }

    private Room room(int index, Line next) {
        Line line = lines.get(index);
        double left = line.left();
        double right = line.right();
        for (int i = Math.max(0, index - NEIGHBOURS); i < Math.min(lines.size(), index + NEIGHBOURS); i++) {
            Line other = lines.get(i);
            if (other.page() == line.page() && other.left() < line.right() && other.right() > line.left()) {
                left = Math.min(left, other.left());
                right = Math.max(right, other.right());
            }
        }
        if (line.right() + line.spaceWidth() + next.firstWordWidth() > right - line.size() / 2) {
            return Room.NONE;
        }
        return line.right() < right - MUCH * (right - left) ? Room.MUCH : Room.SOME;
    }

    /** The usual distance of two lines: the smallest that many have. */
    private static double leading(List<Line> lines) {
        Map<Double, Integer> gaps = new TreeMap<>();
        int all = 0;
        for (int i = 1; i < lines.size(); i++) {
            double gap = lines.get(i).base() - lines.get(i - 1).base();
            if (lines.get(i).page() == lines.get(i - 1).page()
                    && gap > 0
                    && gap < 4 * lines.get(i).size()) {
                gaps.merge(Math.round(gap * 2) / 2.0, 1, Integer::sum);
                all++;
            }
        }
        double enough = USUAL * all;
        return gaps.entrySet().stream()
                .filter(entry -> entry.getValue() >= enough)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Double.MAX_VALUE);
    }
}
