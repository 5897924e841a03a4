package dev.clausewatch.crawler.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table, or the part of one that stands on a page.
 *
 * @param page from 0
 * @param edges of its columns, in points, as they are drawn; none where none are
 * @param rows of cells, each with its lines; all have the same number of cells
 * @param lines the same words as lines that are no table, in the order of the file
 */
record Table(int page, List<Double> edges, List<List<List<Line>>> rows, List<Line> lines) implements PageElement {

    /** So much may the edges of two parts of one table differ. */
    private static final double TOLERANCE = 4;

    Table {
        edges = List.copyOf(edges);
        rows = List.copyOf(rows);
        lines = List.copyOf(lines);
    }

    /** Whether rows say it: one row is as likely two columns of prose, and one column a box. */
    boolean standsAlone() {
        return rows.stream().filter(Table::hasSeveral).count() > 1;
    }

    private static boolean hasSeveral(List<List<Line>> row) {
        return row.stream().filter(cell -> !cell.isEmpty()).count() > 1;
    }

    /** Whether the other part, which follows this one, goes on with it on the next page: the columns are drawn at the same places. */
    boolean goesOnWith(Table next) {
        if (next.page != page + 1 || edges.isEmpty() || edges.size() != next.edges.size()) {
            return false;
        }
        for (int i = 0; i < edges.size(); i++) {
            if (Math.abs(edges.get(i) - next.edges.get(i)) > TOLERANCE) {
                return false;
            }
        }
        return true;
    }

    /** Both parts. A first row that the next page repeats stands once, and a row that the page cut is one. */
    Table with(Table next) {
        List<List<List<Line>>> all = new ArrayList<>(rows);
        List<List<List<Line>>> more = new ArrayList<>(next.rows);
        if (words(all.getFirst()).equals(words(more.getFirst()))) {
            more.removeFirst();
        } else if (isRest(all.getLast(), more.getFirst())) {
            all.add(joined(all.removeLast(), more.removeFirst()));
        }
        all.addAll(more);
        List<Line> both = new ArrayList<>(lines);
        both.addAll(next.lines);
        return new Table(next.page, edges, all, both);
    }

    /** Whether its first cell is empty and the words of another go on in the middle of a sentence. */
    private static boolean isRest(List<List<Line>> above, List<List<Line>> row) {
        for (int i = 0; i < row.size(); i++) {
            if (!row.get(i).isEmpty()
                    && !above.get(i).isEmpty()
                    && row.getFirst().isEmpty()) {
                return Character.isLowerCase(row.get(i).getFirst().text().codePointAt(0));
            }
        }
        return false;
    }

    private static List<List<Line>> joined(List<List<Line>> above, List<List<Line>> row) {
        List<List<Line>> joined = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            joined.add(Stream.concat(above.get(i).stream(), row.get(i).stream()).toList());
        }
        return joined;
    }

    private static List<List<String>> words(List<List<Line>> row) {
        return row.stream().map(cell -> cell.stream().map(Line::text).toList()).toList();
    }

    /** The texts of its cells, without rows and columns that say nothing. */
    List<List<String>> texts(Hyphenation hyphens) {
        List<List<String>> texts = rows.stream()
                .map(row -> row.stream()
                        .map(cell -> cell.isEmpty() ? "" : hyphens.join(cell))
                        .toList())
                .filter(row -> row.stream().anyMatch(text -> !text.isEmpty()))
                .toList();
        int width = rows.isEmpty() ? 0 : rows.getFirst().size();
        List<List<String>> kept = new ArrayList<>();
        texts.forEach(row -> kept.add(new ArrayList<>()));
        for (int column = 0; column < width; column++) {
            int at = column;
            if (texts.stream().anyMatch(row -> !row.get(at).isEmpty())) {
                for (int i = 0; i < kept.size(); i++) {
                    kept.get(i).add(texts.get(i).get(at));
                }
            }
        }
        return kept;
    }
}
