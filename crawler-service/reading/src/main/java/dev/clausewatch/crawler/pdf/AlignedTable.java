package dev.clausewatch.crawler.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A table without drawn lines: consecutive lines with as many parts each, one under the other, with gaps between them that go through, and
 * a column of figures. Columns of prose, lists, contents and addresses have some of that; in doubt there is no table.
 */
final class AlignedTable {

    private static final int FEWEST_ROWS = 3;

    /** Parts of a line are so far apart, in sizes of its letters. */
    private static final double GUTTER = 1.5;

    /** Rows are no further apart, in sizes of their letters. */
    private static final double FURTHEST = 3.5;

    /** What stands one under the other, give or take, in points. */
    private static final double SAME = 2;

    private static final int LONGEST = 120;
    private static final Pattern VALUE = Pattern.compile("(?i)\\A(?:(?:[A-Z]{2,3} ?)?[^\\p{L}\\p{N} ]{0,3}"
            + " ?\\d[^.]{0,12}(?:\\.\\d[^.]{0,12}){0,3}|free|included|none|n/a|yes|no|[-–—✓✗])\\z");
    private static final Pattern FIGURE = Pattern.compile("\\d");
    private static final Pattern NUMBERING = Pattern.compile("\\A(?:\\d{1,3}\\.?){1,6}\\z");
    private static final Pattern WHOLE = Pattern.compile("\\A\\d{1,4}\\z");

    private final List<PageLine> lines;
    private final List<List<Line>> rows = new ArrayList<>();

    /** Where each column begins and ends. */
    private final List<double[]> extents = new ArrayList<>();

    private AlignedTable(List<PageLine> lines) {
        this.lines = lines;
    }

    /**
     * Lines that have the same parts.
     *
     * @param length how many lines of the page
     * @param table that they form, if any
     */
    record Run(int length, Optional<Table> table) {}

    /** The longest run of rows from that line on. */
    static Run at(List<PageLine> lines, int index) {
        AlignedTable reader = new AlignedTable(lines);
        int end = index;
        while (end < lines.size() && reader.adds(lines.get(end))) {
            end++;
        }
        if (reader.rows.size() < FEWEST_ROWS || !reader.isTable() || reader.hasDoubtfulEdge(index, end)) {
            return new Run(Math.max(1, end - index), Optional.empty());
        }
        List<List<List<Line>>> cells = reader.rows.stream()
                .map(row -> row.stream().map(List::of).toList())
                .toList();
        List<Line> plain =
                lines.subList(index, end).stream().map(PageLine::line).toList();
        return new Run(end - index, Optional.of(new Table(plain.getFirst().page(), List.of(), cells, plain)));
    }

    /** What gaps part. */
    private static List<Line> parts(PageLine line) {
        List<Line> parts = new ArrayList<>();
        List<Word> part = new ArrayList<>();
        for (Word word : line.words()) {
            if (!part.isEmpty()
                    && word.left() - part.getLast().right()
                            >= GUTTER * line.line().size()) {
                parts.add(line.part(part));
                part.clear();
            }
            part.add(word);
        }
        parts.add(line.part(part));
        return parts;
    }

    /** Adds the line when it has the parts of the rows above, and the gaps between them still go through. */
    private boolean adds(PageLine line) {
        List<Line> row = parts(line);
        if (rows.isEmpty()) {
            row.forEach(part -> extents.add(new double[] {part.left(), part.right()}));
        } else if (!isBelow(line.line(), row) || !leavesGaps(row)) {
            return false;
        }
        for (int i = 0; i < row.size(); i++) {
            extents.get(i)[0] = Math.min(extents.get(i)[0], row.get(i).left());
            extents.get(i)[1] = Math.max(extents.get(i)[1], row.get(i).right());
        }
        rows.add(row);
        return row.size() > 1;
    }

    private boolean isBelow(Line line, List<Line> row) {
        double gap = line.base() - rows.getLast().getFirst().base();
        return row.size() == extents.size() && gap > 0 && gap <= FURTHEST * line.size();
    }

    private boolean leavesGaps(List<Line> row) {
        for (int i = 1; i < row.size(); i++) {
            double right = Math.max(extents.get(i - 1)[1], row.get(i - 1).right());
            double left = Math.min(extents.get(i)[0], row.get(i).left());
            if (left - right < GUTTER * row.get(i).size()) {
                return false;
            }
        }
        return true;
    }

    private boolean isTable() {
        boolean values = false;
        for (int i = 0; i < extents.size(); i++) {
            List<Line> column = column(i);
            if (!isAligned(column)
                    || column.stream().anyMatch(cell -> cell.text().length() > LONGEST)) {
                return false;
            }
            values |= i > 0 && areValues(column);
        }
        return values && (extents.size() > 2 || !isListOrContents());
    }

    private List<Line> column(int index) {
        return rows.stream().map(row -> row.get(index)).toList();
    }

    /** At their left or right ends or their middles; the head of a column may stand otherwise where enough stands below it. */
    private static boolean isAligned(List<Line> column) {
        List<Line> body = column.size() > FEWEST_ROWS ? column.subList(1, column.size()) : column;
        Line first = body.getFirst();
        return body.stream().allMatch(cell -> Math.abs(cell.left() - first.left()) <= SAME)
                || body.stream().allMatch(cell -> Math.abs(cell.right() - first.right()) <= SAME)
                || body.stream().allMatch(cell -> Math.abs(cell.middle() - first.middle()) <= SAME);
    }

    private static boolean areValues(List<Line> column) {
        List<Line> body = column.subList(1, column.size());
        return body.stream().allMatch(cell -> VALUE.matcher(cell.text()).matches())
                && body.stream()
                                .filter(cell -> FIGURE.matcher(cell.text()).find())
                                .count()
                        > 1;
    }

    private boolean isListOrContents() {
        List<String> keys = column(0).stream().map(Line::text).toList();
        List<String> values = column(1).stream().skip(1).map(Line::text).toList();
        return keys.stream()
                        .skip(1)
                        .allMatch(key -> Labels.isAny(key + " x")
                                || NUMBERING.matcher(key).matches())
                || keys.stream().anyMatch(key -> key.contains("...."))
                || values.stream().allMatch(value -> WHOLE.matcher(value).matches());
    }

    /** Whether the line above or below could be the rest of a row: as near as the rows are, and short. */
    private boolean hasDoubtfulEdge(int start, int end) {
        return isRest(start - 1, rows.getFirst(), rows.get(1))
                || isRest(end, rows.getLast(), rows.get(rows.size() - 2));
    }

    private boolean isRest(int index, List<Line> nearest, List<Line> next) {
        if (index < 0 || index >= lines.size()) {
            return false;
        }
        Line line = lines.get(index).line();
        Line row = nearest.getFirst();
        double gap = Math.abs(line.base() - row.base());
        boolean near = gap <= Math.abs(row.base() - next.getFirst().base()) + SAME;
        boolean inside = line.right() <= nearest.getLast().right() + SAME;
        List<Line> parts = parts(lines.get(index));
        return near && inside && (parts.size() > 1 || isInOneColumn(parts.getFirst()));
    }

    private boolean isInOneColumn(Line part) {
        for (int i = 0; i < extents.size(); i++) {
            double right = i + 1 < extents.size() ? extents.get(i + 1)[0] : Double.MAX_VALUE;
            if (part.left() >= extents.get(i)[0] - SAME && part.right() <= right) {
                return true;
            }
        }
        return false;
    }
}
