package dev.clausewatch.crawler.pdf;

import java.util.ArrayList;
import java.util.List;

/** The blocks of a PDF, from its lines. The same lines always give the same blocks. */
final class PdfBlocks {

    private static final int DEEPEST = 9;

    private final List<PdfBlock> blocks = new ArrayList<>();

    /** Where the labels of the items begin in which the next one may stand. */
    private final List<Double> indents = new ArrayList<>();

    private PdfBlocks() {}

    static List<PdfBlock> of(List<Line> all, int pages) {
        RunningLines.Kept kept = RunningLines.without(all, pages);
        List<Line> lines = kept.body();
        if (lines.isEmpty()) {
            return List.of();
        }
        Hyphens hyphens = new Hyphens(lines);
        List<Paragraph> paragraphs = Paragraphs.of(lines);
        Headings headings = new Headings(lines, paragraphs, hyphens);
        PdfBlocks reader = new PdfBlocks();
        for (Paragraph paragraph : paragraphs) {
            String text = hyphens.join(paragraph.lines());
            reader.add(paragraph, text, headings.level(paragraph, text));
        }
        kept.stated().forEach(words -> reader.blocks.add(new PdfBlock(PdfBlock.Kind.PARAGRAPH, 0, words)));
        return reader.blocks;
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
