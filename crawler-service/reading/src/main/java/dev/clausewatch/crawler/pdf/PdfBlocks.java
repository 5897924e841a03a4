package dev.clausewatch.crawler.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The blocks of a PDF, from its lines. The same lines always give the same blocks. */
final class PdfBlocks {

    private static final int DEEPEST = 9;

    private final List<PdfBlock> blocks = new ArrayList<>();

    /** Where the labels of the items begin in which the next one may stand. */
    private final List<Double> indents = new ArrayList<>();

    private PdfBlocks() {}

    static List<PdfBlock> of(List<PageElement> all, int pages) {
        RunningHeaders.Kept kept = RunningHeaders.without(all, pages);
        if (kept.body().isEmpty()) {
            return List.of();
        }
        PdfBlocks reader = new PdfBlocks();
        reader.read(joined(kept.body()));
        kept.stated().forEach(reader::state);
        return reader.blocks;
    }

    /** Tables that go on over a page are one; what is no table by itself is lines. */
    private static List<PageElement> joined(List<PageElement> parts) {
        List<PageElement> joined = new ArrayList<>();
        for (PageElement part : parts) {
            if (part instanceof Table next
                    && !joined.isEmpty()
                    && joined.getLast() instanceof Table table
                    && table.goesOnWith(next)) {
                joined.set(joined.size() - 1, table.with(next));
            } else {
                joined.add(part);
            }
        }
        List<PageElement> clear = new ArrayList<>();
        joined.forEach(part ->
                clear.addAll(part instanceof Table table && !table.standsAlone() ? table.lines() : List.of(part)));
        return clear;
    }

    private void read(List<PageElement> parts) {
        List<Line> lines = new ArrayList<>();
        List<Line> cells = new ArrayList<>();
        Map<Integer, List<Table>> tables = new TreeMap<>();
        for (PageElement part : parts) {
            switch (part) {
                case Line line -> lines.add(line);
                case Table table -> {
                    cells.addAll(table.lines());
                    tables.computeIfAbsent(lines.size(), any -> new ArrayList<>())
                            .add(table);
                }
            }
        }
        Hyphenation hyphens =
                new Hyphenation(Stream.concat(lines.stream(), cells.stream()).toList());
        List<Paragraph> paragraphs = Paragraphs.of(lines, tables.keySet());
        Headings headings = new Headings(lines, paragraphs, hyphens);
        int line = 0;
        for (Paragraph paragraph : paragraphs) {
            tables.getOrDefault(line, List.of()).forEach(table -> add(table, hyphens));
            String text = hyphens.join(paragraph.lines());
            add(paragraph, text, headings.level(paragraph, text));
            line += paragraph.lines().size();
        }
        tables.getOrDefault(line, List.of()).forEach(table -> add(table, hyphens));
    }

    private void state(List<Line> lines) {
        blocks.add(new PdfBlock(PdfBlock.Kind.PARAGRAPH, 0, new Hyphenation(lines).join(lines)));
    }

    private void add(Table table, Hyphenation hyphens) {
        indents.clear();
        List<List<String>> rows = table.texts(hyphens);
        for (int i = 0; i < rows.size(); i++) {
            blocks.add(PdfBlock.row(i == 0, rows.get(i)));
        }
    }

    private void add(Paragraph paragraph, String text, int level) {
        if (level > 0) {
            indents.clear();
            blocks.add(new PdfBlock(PdfBlock.Kind.HEADING, level, text));
        } else if (Labels.isItem(text)) {
            blocks.add(new PdfBlock(PdfBlock.Kind.ITEM, depth(paragraph), Labels.item(text)));
        } else {
            indents.clear();
            blocks.add(new PdfBlock(PdfBlock.Kind.PARAGRAPH, 0, text));
        }
    }

    private int depth(Paragraph item) {
        double left = item.first().left();
        double tolerance = item.size() / 3;
        while (!indents.isEmpty() && indents.getLast() > left - tolerance) {
            indents.removeLast();
        }
        int depth = Math.min(indents.size(), DEEPEST);
        indents.add(left);
        return depth;
    }
}
