package dev.clausewatch.crawler.pdf;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is written into a grid, as a table. */
final class RuledTable {

    /** Where a grid has no lines between rows, its rows are told by the order in which the file writes them. */
    private static final int FEW_ROWS = 2;

    /** A cell that says more is a part of the page. */
    private static final int LONGEST_CELL = 2000;

    /** So much may the heights of the words of a line differ, in points. */
    private static final double ONE_LINE = 2;

    private final Grid grid;

    /** In the order of the file. */
    private final List<Piece> pieces = new ArrayList<>();

    private final Map<Integer, List<Line>> cells = new TreeMap<>();

    /** Words of a line that stand in one cell. */
    private record Piece(int cell, PageLine source, List<Word> words, Line line) {}

    RuledTable(Grid grid) {
        this.grid = grid;
    }

    void add(int cell, PageLine source, List<Word> words) {
        Line line = source.part(words);
        pieces.add(new Piece(cell, source, words, line));
        cells.computeIfAbsent(cell, any -> new ArrayList<>()).add(line);
    }

    /** The table; none where it is not clear which words share a row. */
    Optional<Table> table() {
        if (pieces.isEmpty() || isCrossed() || cells.values().stream().anyMatch(RuledTable::isTooLong)) {
            return Optional.empty();
        }
        List<List<List<Line>>> rows = new ArrayList<>();
        for (int row = 0; row < grid.rows(); row++) {
            List<List<List<Line>>> parts = grid.rows() > FEW_ROWS ? List.of() : parts(row);
            if (parts.size() > 1 && !areRows(parts)) {
                return Optional.empty();
            }
            rows.addAll(parts.size() > 1 ? parts : List.of(row(row)));
        }
        int page = pieces.getFirst().source.line().page();
        return Optional.of(new Table(page, grid.edges(), rows, plain()));
    }

    /** Whether a word stands on both sides of a line: then the cells are not those of the words. */
    private boolean isCrossed() {
        return pieces.stream().flatMap(piece -> piece.words.stream()).anyMatch(grid::crosses);
    }

    private static boolean isTooLong(List<Line> cell) {
        return cell.stream().mapToInt(line -> line.text().length()).sum() > LONGEST_CELL;
    }

    /** A cell that spans rows stands in each, one that spans columns in the first. */
    private List<List<Line>> row(int row) {
        List<List<Line>> line = new ArrayList<>();
        for (int column = 0; column < grid.columns(); column++) {
            boolean first = column == 0 || grid.cell(row, column) != grid.cell(row, column - 1);
            line.add(first ? cells.getOrDefault(grid.cell(row, column), List.of()) : List.of());
        }
        return line;
    }

    private List<Line> plain() {
        List<Line> plain = new ArrayList<>();
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            PageLine source = pieces.get(i).source;
            words.addAll(pieces.get(i).words);
            if (i + 1 == pieces.size() || !pieces.get(i + 1).source.equals(source)) {
                plain.add(source.part(words));
                words.clear();
            }
        }
        return plain;
    }

    /** The rows of a band without lines between them: each begins where the file goes back to a column further left. */
    private List<List<List<Line>>> parts(int row) {
        List<List<List<Line>>> parts = new ArrayList<>();
        int last = Integer.MAX_VALUE;
        for (Piece piece : pieces) {
            int column = piece.cell % grid.columns();
            if (piece.cell / grid.columns() != row) {
                continue;
            }
            if (column < last) {
                parts.add(Stream.generate(() -> (List<Line>) new ArrayList<Line>())
                        .limit(grid.columns())
                        .toList());
            }
            parts.getLast().get(column).add(piece.line);
            last = column;
        }
        return parts;
    }

    /** Whether each is one line, fills the same columns as the others and stands below the one before. */
    private static boolean areRows(List<List<List<Line>>> parts) {
        double lowest = 0;
        for (List<List<Line>> part : parts) {
            DoubleSummaryStatistics bases =
                    part.stream().flatMap(List::stream).mapToDouble(Line::base).summaryStatistics();
            boolean line = bases.getMax() - bases.getMin() <= ONE_LINE;
            if (!line || bases.getMin() <= lowest || !filled(part).equals(filled(parts.getFirst()))) {
                return false;
            }
            lowest = bases.getMax();
        }
        return true;
    }

    private static List<Boolean> filled(List<List<Line>> row) {
        return row.stream().map(cell -> !cell.isEmpty()).toList();
    }
}
