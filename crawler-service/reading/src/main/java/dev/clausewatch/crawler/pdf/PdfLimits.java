package dev.clausewatch.crawler.pdf;

import java.time.Duration;

/**
 * What the reading of PDFs may take.
 *
 * @param heapMegabytes of a child process
 * @param time for one PDF, the start of the process included
 * @param pages of one PDF
 * @param processes at the same time
 */
public record PdfLimits(int heapMegabytes, Duration time, int pages, int processes) {

    /** Terms of a hundred pages are read in seconds and take a tenth of this memory. */
    public static final PdfLimits USUAL = new PdfLimits(256, Duration.ofSeconds(30), 500, 2);
}
