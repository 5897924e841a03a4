package dev.clausewatch.crawler.pdf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parts the tables of a page from its lines. */
final class PageTables {

    private static final int NONE = -1;

    private final List<PageLine> lines;
    private final List<Grid> grids;
    private final List<PageElement> parts = new ArrayList<>();

    /** Words of a line that stand in one cell of a grid, or outside the grids. */
    private record Piece(int grid, int cell, List<Word> words) {

        static Piece at(int grid, int cell) {
            return new Piece(grid, cell, new ArrayList<>());
        }

        boolean isAt(int otherGrid, int otherCell) {
            return grid == otherGrid && cell == otherCell;
        }
    }

    private final int rotation;

    private PageTables(List<PageLine> lines, List<Grid> grids, int rotation) {
        this.lines = lines;
        this.grids = grids;
        this.rotation = rotation;
    }

    /** The lines outside the tables, and each table where the first of its words stands. */
    static List<PageElement> in(List<PageLine> lines, RuledLines rules, int rotation) {
        PageTables reader = new PageTables(lines, Grid.in(rules), rotation);
        reader.read();
        return reader.parts;
    }

    private void read() {
        List<RuledTable> drafts = grids.stream().map(RuledTable::new).toList();
        List<List<Piece>> pieces = lines.stream().map(this::pieces).toList();
        for (int i = 0; i < lines.size(); i++) {
            for (Piece piece : pieces.get(i)) {
                if (piece.grid != NONE) {
                    drafts.get(piece.grid).add(piece.cell, lines.get(i), piece.words);
                }
            }
        }
        List<Optional<Table>> tables = drafts.stream().map(RuledTable::table).toList();
        Set<Integer> written = new HashSet<>();
        int untried = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (pieces.get(i).stream().anyMatch(piece -> isIn(tables, piece))) {
                addAround(lines.get(i), pieces.get(i), tables, written);
            } else if (i >= untried) {
                AlignedTable.Run run = AlignedTable.at(lines, i);
                untried = i + run.length();
                if (run.table().isPresent()) {
                    parts.add(run.table().get());
                    i = untried - 1;
                } else {
                    parts.add(lines.get(i).line());
                }
            } else {
                parts.add(lines.get(i).line());
            }
        }
    }

    private static boolean isIn(List<Optional<Table>> tables, Piece piece) {
        return piece.grid != NONE && tables.get(piece.grid).isPresent();
    }

    private void addAround(PageLine line, List<Piece> pieces, List<Optional<Table>> tables, Set<Integer> written) {
        List<Word> outside = new ArrayList<>();
        for (Piece piece : pieces) {
            if (!isIn(tables, piece)) {
                outside.addAll(piece.words);
                continue;
            }
            addLine(line, outside);
            if (written.add(piece.grid)) {
                parts.add(tables.get(piece.grid).orElseThrow());
            }
        }
        addLine(line, outside);
    }

    private void addLine(PageLine line, List<Word> words) {
        if (!words.isEmpty()) {
            parts.add(line.part(words));
            words.clear();
        }
    }

    private List<Piece> pieces(PageLine line) {
        List<Piece> pieces = new ArrayList<>();
        for (Word word : line.words()) {
            int grid = NONE;
            int cell = NONE;
            for (int i = 0; i < grids.size() && grid == NONE && word.direction() == rotation; i++) {
                cell = grids.get(i).cellAt(word.middle(), word.height());
                grid = cell == NONE ? NONE : i;
            }
            if (pieces.isEmpty() || !pieces.getLast().isAt(grid, cell)) {
                pieces.add(Piece.at(grid, cell));
            }
            pieces.getLast().words.add(word);
        }
        return pieces;
    }
}
