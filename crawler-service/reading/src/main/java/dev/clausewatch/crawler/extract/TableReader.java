package dev.clausewatch.crawler.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A table as rows of cells, or the word that it only lays out the page. */
final class TableReader {

    private static final Set<String> SECTIONS = Set.of("thead", "tbody", "tfoot");
    private static final Pattern SPAN = Pattern.compile("\\A\\+?(\\d{1,9}+)");
    private static final int MOST_COLUMNS = 100;
    private static final int WIDEST_CELL = 20;
    /** More rows than a cell can span in HTML. */
    private static final int TO_THE_END = 1 << 16;

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
                .map(caption -> read(caption, selection.struckOut().in(caption, table, struckOut)))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private String read(Element part, boolean struck) {
        return new LineReader(selection, budget, false, struck).read(part);
    }

    /**
     * A cell that spans several rows stands in each of its part of the table, so that each says what it is about; one that spans columns
     * in the first. Rows of nothing else are left out.
     */
    List<List<String>> rows() {
        List<List<String>> found = new ArrayList<>();
        int[] spans = new int[MOST_COLUMNS];
        String[] above = new String[MOST_COLUMNS];
        Element part = null;
        for (Element row : rows) {
            if (!Objects.equals(row.parent(), part)) {
                part = row.parent();
                Arrays.fill(spans, 0);
            }
            List<String> line = row(row, spans, above);
            if (line != null) {
                budget.spend(line.size());
                found.add(line);
            }
        }
        return found;
    }

    /** Absent when none of its own cells says anything. */
    private @Nullable List<String> row(Element row, int[] spans, String[] above) {
        List<String> line = new ArrayList<>();
        StringBuilder beyond = new StringBuilder();
        boolean says = false;
        boolean rowStruck = selection.struckOut().in(row, table, struckOut);
        for (Element cell : cells(row)) {
            fillSpans(spans, above, line);
            String text = read(cell, selection.struckOut().in(cell, row, rowStruck));
            says |= !text.isEmpty();
            if (line.size() == MOST_COLUMNS) {
                beyond.append(text.isEmpty() ? "" : " ").append(text);
                continue;
            }
            int width = Math.clamp(span(cell, "colspan"), 1, WIDEST_CELL);
            int height = span(cell, "rowspan");
            for (int i = 0; i < width && line.size() < MOST_COLUMNS; i++) {
                spans[line.size()] = height == 0 ? TO_THE_END : height - 1;
                above[line.size()] = i == 0 ? text : "";
                line.add(above[line.size()]);
            }
        }
        fillSpans(spans, above, line);
        if (!beyond.isEmpty()) {
            // No cell is lost: the last column takes what stands behind it.
            line.set(MOST_COLUMNS - 1, (line.getLast() + beyond).strip());
        }
        return says ? line : null;
    }

    private static void fillSpans(int[] spans, String[] above, List<String> line) {
        while (line.size() < MOST_COLUMNS && spans[line.size()] > 0) {
            spans[line.size()]--;
            line.add(above[line.size()]);
        }
    }

    /** As a browser reads it: what stands behind the number does not matter. */
    private static int span(Element cell, String attribute) {
        Matcher span = SPAN.matcher(cell.attr(attribute).strip());
        return span.lookingAt() ? Math.min(Integer.parseInt(span.group(1)), TO_THE_END) : 1;
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
