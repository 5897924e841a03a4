package dev.clausewatch.crawler.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;

/** Finds the tables that lay out a page, by what is in their cells: another table, or headings. One pass, however they nest. */
final class LayoutTables implements NodeVisitor {

    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4");

    private final Set<Node> found = Selection.identitySet();
    private final List<Element> tables = new ArrayList<>();
    /** For each open cell how many tables are open around it. */
    private final List<Integer> cells = new ArrayList<>();

    private final List<Integer> dataCells = new ArrayList<>();

    private LayoutTables() {}

    static Set<Node> in(List<Element> roots) {
        LayoutTables layout = new LayoutTables();
        roots.forEach(root -> root.traverse(layout));
        return layout.found;
    }

    @Override
    public void head(Node node, int depth) {
        switch (node.normalName()) {
            case "table" -> {
                markAround(cells);
                tables.add((Element) node);
            }
            case "td" -> {
                cells.add(tables.size());
                dataCells.add(tables.size());
            }
            case "th" -> cells.add(tables.size());
            default -> {
                if (HEADINGS.contains(node.normalName())) {
                    markAround(dataCells);
                }
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        switch (node.normalName()) {
            case "table" -> tables.removeLast();
            case "td" -> {
                cells.removeLast();
                dataCells.removeLast();
            }
            case "th" -> cells.removeLast();
            default -> {
                // Nothing was opened.
            }
        }
    }

    /** The tables around the innermost open cell, up to those that are known: so are the ones around them. */
    private void markAround(List<Integer> open) {
        int around = open.isEmpty() ? 0 : open.getLast();
        while (around > 0 && found.add(tables.get(around - 1))) {
            around--;
        }
    }
}
