package dev.clausewatch.crawler.pdf;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the reading of PDFs may take. */
@ConfigMapping(prefix = "clausewatch.pdf")
public interface PdfConfig {

    /** Heap of a process that reads a PDF, in MiB. */
    @WithDefault("256")
    int heapMegabytes();

    /** Time for one PDF, the start of the process included. */
    @WithDefault("30s")
    Duration time();

    /** Pages of one PDF. */
    @WithDefault("500")
    int pages();

    /** PDFs that are read at the same time. */
    @WithDefault("2")
    int processes();

    /** The same as a value. */
    default PdfLimits limits() {
        return new PdfLimits(heapMegabytes(), time(), pages(), processes());
    }
}
