package dev.clausewatch.crawler.pdf;

import dev.clausewatch.crawler.pdf.RuledLines.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Cells that are drawn: lines that cross, and which of the fields between them belong together because no line parts them. Outer lines may
 * be missing at the sides.
 */
final class Grid {

    private static final int MOST_COLUMNS = 30;
    private static final int MOST_ROWS = 200;

    /** Lines that are no further apart are the two lines of a double one. */
    private static final double DOUBLE = 4;

    /** So much may a word stand over. */
    private static final double BESIDE = 1.5;

    private final double[] xs;
    private final double[] ys;

    /** For each field, row by row, the first field of its cell. */
    private final int[] cells;

    private Grid(double[] xs, double[] ys, int[] cells) {
        this.xs = xs;
        this.ys = ys;
        this.cells = cells;
    }

    /** The grids of a page that have at least two columns. */
    static List<Grid> in(RuledLines rules) {
        List<Rule> across = rules.horizontal();
        List<Rule> down = rules.vertical();
        DisjointSets lines = new DisjointSets(across.size() + down.size());
        for (int i = 0; i < across.size(); i++) {
            for (int j = 0; j < down.size(); j++) {
                if (across.get(i).touches(down.get(j))) {
                    lines.join(i, across.size() + j);
                }
            }
        }
        List<Grid> grids = new ArrayList<>();
        for (List<Integer> group : lines.groups()) {
            List<Rule> ownAcross = group.stream()
                    .filter(i -> i < across.size())
                    .map(across::get)
                    .toList();
            List<Rule> ownDown = group.stream()
                    .filter(i -> i >= across.size())
                    .map(i -> down.get(i - across.size()))
                    .toList();
            if (!ownAcross.isEmpty() && !ownDown.isEmpty()) {
                addGrid(ownAcross, ownDown, grids);
            }
        }
        grids.sort(Comparator.comparingDouble(Grid::area));
        return grids;
    }

    private static void addGrid(List<Rule> across, List<Rule> down, List<Grid> grids) {
        double[] xs = places(down, across);
        double[] ys = places(across, down);
        int columns = xs.length - 1;
        int rows = ys.length - 1;
        if (columns < 2 || columns > MOST_COLUMNS || rows < 1 || rows > MOST_ROWS) {
            return;
        }
        boolean[] rightSides = sides(down, xs, ys);
        boolean[] lowerSides = sides(across, ys, xs);
        DisjointSets fields = new DisjointSets(rows * columns);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int field = row * columns + column;
                if (column + 1 < columns && !rightSides[(column + 1) * rows + row]) {
                    fields.join(field, field + 1);
                }
                if (row + 1 < rows && !lowerSides[(row + 1) * columns + column]) {
                    fields.join(field, field + columns);
                }
            }
        }
        int[] cells = new int[rows * columns];
        for (List<Integer> cell : fields.groups()) {
            if (!isRectangle(cell, columns)) {
                return;
            }
            cell.forEach(field -> cells[field] = cell.getFirst());
        }
        grids.add(new Grid(xs, ys, cells));
    }

    private static boolean isRectangle(List<Integer> cell, int columns) {
        int left = cell.getFirst() % columns;
        int right = cell.getLast() % columns;
        int high = cell.getLast() / columns - cell.getFirst() / columns + 1;
        return cell.size() == high * (right - left + 1)
                && cell.stream().allMatch(field -> left <= field % columns && field % columns <= right);
    }

    /** Where lines stand, and where at least two of those across them end. */
    private static double[] places(List<Rule> lines, List<Rule> across) {
        List<Double> all = new ArrayList<>(lines.stream().map(Rule::at).toList());
        across.stream().map(Rule::from).sorted().skip(1).findFirst().ifPresent(all::add);
        across.stream()
                .map(Rule::to)
                .sorted(Comparator.reverseOrder())
                .skip(1)
                .findFirst()
                .ifPresent(all::add);
        List<Double> places = new ArrayList<>();
        all.stream()
                .sorted()
                .filter(place -> places.isEmpty() || place - places.getLast() > DOUBLE)
                .forEach(places::add);
        return places.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** For each place, which of the spans between the others a line there covers. */
    private static boolean[] sides(List<Rule> lines, double[] places, double[] others) {
        int spans = others.length - 1;
        boolean[] covered = new boolean[places.length * spans];
        for (Rule line : lines) {
            int at = nearest(places, line.at());
            for (int span = 0; span < spans; span++) {
                double middle = (others[span] + others[span + 1]) / 2;
                covered[at * spans + span] |= line.from() <= middle && middle <= line.to();
            }
        }
        return covered;
    }

    private static int nearest(double[] places, double place) {
        int nearest = 0;
        for (int i = 1; i < places.length; i++) {
            nearest = Math.abs(places[i] - place) < Math.abs(places[nearest] - place) ? i : nearest;
        }
        return nearest;
    }

    private double area() {
        return (xs[xs.length - 1] - xs[0]) * (ys[ys.length - 1] - ys[0]);
    }

    int columns() {
        return xs.length - 1;
    }

    int rows() {
        return ys.length - 1;
    }

    List<Double> edges() {
        return Arrays.stream(xs).boxed().toList();
    }

    /** The cell at a place, as the number of its first field; -1 outside. */
    int cellAt(double x, double y) {
        if (y < ys[0] || y >= ys[ys.length - 1]) {
            return -1;
        }
        int column = span(xs, x);
        int row = span(ys, y);
        return column < 0 || row < 0 ? -1 : cells[row * columns() + column];
    }

    /** Whether a word that has its middle in a cell goes beyond it. */
    boolean crosses(Word word) {
        double height = word.height();
        int cell = cellAt(word.middle(), height);
        double edge = Math.min(BESIDE, (word.right() - word.left()) / 2);
        return cellAt(word.left() + edge, height) != cell || cellAt(word.right() - edge, height) != cell;
    }

    /** The cell that a field belongs to. */
    int cell(int row, int column) {
        return cells[row * columns() + column];
    }

    private static int span(double[] places, double place) {
        for (int i = 0; i + 1 < places.length; i++) {
            if (places[i] <= place && place < places[i + 1]) {
                return i;
            }
        }
        return -1;
    }
}
