package dev.clausewatch.crawler.pdf;

/** What a page holds, in the order in which the file writes it. */
sealed interface PageElement permits Line, Table {

    /** From 0. */
    int page();
}
