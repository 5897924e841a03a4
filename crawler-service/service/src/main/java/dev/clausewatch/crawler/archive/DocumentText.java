package dev.clausewatch.crawler.archive;

import dev.clausewatch.crawler.RawBytes;
import dev.clausewatch.events.Ids;
import java.util.List;

/**
 * The extracted text of a document, with the pages it was extracted from.
 *
 * @param text in the format of snapshots
 * @param textHash SHA-256 of the text
 * @param pages one for each source, in order
 */
public record DocumentText(String text, String textHash, List<ReadPage> pages) {

    public DocumentText {
        pages = List.copyOf(pages);
    }

    /** A text with its hash, which takes time and is asked for often. */
    public DocumentText(String text, List<ReadPage> pages) {
        this(text, Ids.sha256(text), pages);
    }

    /** A page and its bytes. */
    public record ReadPage(CapturedSource source, RawBytes body) {}

    /** The pages without their bytes. */
    public List<CapturedSource> sources() {
        return pages.stream().map(ReadPage::source).toList();
    }
}
