package dev.clausewatch.crawler.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** A table as rows of cells, or the word that it only lays out the page. */
final class TableReader {

    private static final Set<String> SECTIONS = Set.of("thead", "tbody", "tfoot");
    private static final Pattern SPAN = Pattern.compile("[1-9]\\d{0,2}");
    private static final int MOST_COLUMNS = 100;
    private static final int WIDEST_CELL = 20;

    private final Element table;
    private final Selection.Found selection;
    private final TextBudget budget;
    private final boolean struckOut;
    private final List<Element> rows;

    TableReader(Element table, Selection.Found selection, TextBudget budget, boolean struckOut) {
        this.table = table;
        this.selection = selection;
        this.budget = budget;
        this.struckOut = struckOut;
        this.rows = ownRows(table);
    }

    boolean isData() {
        String role = table.attr("role");
        return !role.equals("presentation")
                && !role.equals("none")
                && rows.stream().anyMatch(row -> cells(row).size() > 1);
    }

    List<String> captions() {
        return table.children().stream()
                .filter(child -> child.normalName().equals("caption"))
                .map(this::read)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private String read(Element part) {
        boolean struck = struckOut;
        for (Element around = part; around != null && !around.equals(table); around = around.parent()) {
            struck |= StruckOut.is(around);
        }
        return new LineReader(selection, budget, false, struck).read(part);
    }

    /**
     * A cell that spans several rows stands in each, so that each says what it is about; one that spans columns in the first. Rows of
     * nothing else are left out.
     */
    List<List<String>> rows() {
        List<List<String>> found = new ArrayList<>();
        int[] spans = new int[MOST_COLUMNS];
        String[] above = new String[MOST_COLUMNS];
        for (Element row : rows) {
            List<String> line = new ArrayList<>();
            boolean says = false;
            for (Element cell : cells(row)) {
                fillSpans(spans, above, line);
                int width = Math.min(span(cell, "colspan"), WIDEST_CELL);
                int height = span(cell, "rowspan");
                String text = read(cell);
                says |= !text.isEmpty();
                for (int i = 0; i < width && line.size() < MOST_COLUMNS; i++) {
                    spans[line.size()] = height - 1;
                    above[line.size()] = i == 0 ? text : "";
                    line.add(above[line.size()]);
                }
            }
            fillSpans(spans, above, line);
            if (says) {
                budget.spend(line.size());
                found.add(line);
            }
        }
        return found;
    }

    private static void fillSpans(int[] spans, String[] above, List<String> line) {
        while (line.size() < MOST_COLUMNS && spans[line.size()] > 0) {
            spans[line.size()]--;
            line.add(above[line.size()]);
        }
    }

    private static int span(Element cell, String attribute) {
        String value = cell.attr(attribute).strip();
        return SPAN.matcher(value).matches() ? Integer.parseInt(value) : 1;
    }

    private List<Element> ownRows(Element table) {
        List<Element> rows = new ArrayList<>();
        for (Element child : table.children()) {
            if (child.normalName().equals("tr")) {
                rows.add(child);
            } else if (SECTIONS.contains(child.normalName())
                    && !selection.furniture().is(child, false)) {
                child.children().stream()
                        .filter(row -> row.normalName().equals("tr"))
                        .forEach(rows::add);
            }
        }
        rows.removeIf(row -> selection.furniture().is(row, false));
        return rows;
    }

    private static List<Element> cells(Element row) {
        return row.children().stream()
                .filter(cell ->
                        cell.normalName().equals("td") || cell.normalName().equals("th"))
                .toList();
    }
}
