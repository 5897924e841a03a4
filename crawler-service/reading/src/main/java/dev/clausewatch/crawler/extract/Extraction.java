package dev.clausewatch.crawler.extract;

import dev.clausewatch.crawler.FailureReason;

/** How a reading ended. */
public sealed interface Extraction {

    /** The text, in the format of snapshots; never empty. */
    record Extracted(String text) implements Extraction {}

    /**
     * The page does not hold the document.
     *
     * @param detail one sentence for people: what is wrong and what to do
     */
    record Rejected(FailureReason reason, String detail) implements Extraction {}
}
