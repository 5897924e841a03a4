package dev.clausewatch.crawler.archive;

import dev.clausewatch.crawler.RawBytes;
import dev.clausewatch.events.Ids;
import java.util.List;

/**
 * The text of a document with the pages it was read from.
 *
 * @param text in the format of snapshots
 * @param pages one for each source, in order
 */
public record Reading(String text, List<ReadPage> pages) {

    public Reading {
        pages = List.copyOf(pages);
    }

    /** A page and its bytes. */
    public record ReadPage(CapturedSource source, RawBytes body) {}

    /** SHA-256 of the text. */
    public String textHash() {
        return Ids.sha256(text);
    }

    /** The pages without their bytes. */
    public List<CapturedSource> sources() {
        return pages.stream().map(ReadPage::source).toList();
    }
}
