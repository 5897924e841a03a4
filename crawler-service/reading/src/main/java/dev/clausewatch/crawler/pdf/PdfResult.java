package dev.clausewatch.crawler.pdf;

import dev.clausewatch.crawler.FailureReason;
import java.util.List;

/** How the reading of a PDF ended. */
public sealed interface PdfResult {

    /** Its blocks, in reading order; never none. */
    record Blocks(List<PdfBlock> blocks) implements PdfResult {

        public Blocks {
            blocks = List.copyOf(blocks);
        }
    }

    /**
     * No text.
     *
     * @param detail one sentence for people: what is wrong and what to do
     */
    record Unreadable(FailureReason reason, String detail) implements PdfResult {}
}
