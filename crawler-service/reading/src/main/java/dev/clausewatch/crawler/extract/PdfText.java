package dev.clausewatch.crawler.extract;

import dev.clausewatch.crawler.pdf.PdfBlock;
import dev.clausewatch.events.TextFormat;
import java.util.ArrayList;
import java.util.List;

/** Writes the blocks of a PDF in our text format. */
final class PdfText {

    private PdfText() {}

    static String of(List<PdfBlock> blocks) {
        Blocks out = new Blocks(new TextBudget());
        int list = Blocks.ALONE;
        List<List<String>> rows = new ArrayList<>();
        for (PdfBlock block : blocks) {
            if (block.kind() != PdfBlock.Kind.ROW || block.level() == 0) {
                out.table(rows);
                rows.clear();
            }
            if (block.kind() == PdfBlock.Kind.ROW) {
                rows.add(block.cells().stream().map(LineMarks::literal).toList());
                list = Blocks.ALONE;
                continue;
            }
            if (block.kind() != PdfBlock.Kind.ITEM) {
                list = Blocks.ALONE;
            } else if (list == Blocks.ALONE) {
                list = out.newGroup();
            }
            out.add(list, line(block));
        }
        out.table(rows);
        return out.text();
    }

    private static String line(PdfBlock block) {
        String words = LineMarks.literal(block.text());
        return switch (block.kind()) {
            case HEADING -> "#".repeat(block.level()) + " " + words;
            case PARAGRAPH -> Blocks.plain(words);
            case ROW -> throw new IllegalStateException("A row is a line of a table");
            case ITEM -> " ".repeat(TextFormat.LIST_INDENT * block.level()) + words;
        };
    }
}
