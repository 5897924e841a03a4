package dev.clausewatch.crawler.pdf;

import dev.clausewatch.crawler.FailureReason;
import dev.clausewatch.crawler.pdf.PdfResult.Blocks;
import dev.clausewatch.crawler.pdf.PdfResult.Unreadable;
import dev.clausewatch.events.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;

/**
 * Reads PDFs, each in a process of its own: what PDFBox does with a hostile file costs that process its memory and time, not ours. Waits
 * while as many run as may. Thread-safe.
 */
public final class PdfReader {

    private final PdfLimits limits;
    private final Semaphore processes;

    /** A reader within limits. */
    public PdfReader(PdfLimits limits) {
        this.limits = limits;
        this.processes = new Semaphore(limits.processes());
    }

    /** Reads one. */
    public PdfResult read(byte[] pdf) {
        processes.acquireUninterruptibly();
        try (ChildProcess child = ChildProcess.start(limits)) {
            child.send(pdf);
            byte[] out = child.receive(2 * Limits.TEXT_BYTES);
            return child.isOutOfTime() ? slow() : reading(child.exit(), out);
        } catch (IOException e) {
            throw new UncheckedIOException("The process that reads PDFs cannot be run", e);
        } finally {
            processes.release();
        }
    }

    private PdfResult reading(int exit, byte[] out) {
        return switch (PdfExit.of(exit)) {
            case READ ->
                new Blocks(new String(out, StandardCharsets.UTF_8)
                        .lines()
                        .map(PdfBlock::of)
                        .toList());
            case NO_TEXT ->
                new Unreadable(
                        FailureReason.PDF_NO_TEXT,
                        "The PDF has no text: it is probably a scan. Declare a page that has the words.");
            case ENCRYPTED ->
                new Unreadable(
                        FailureReason.PDF_ENCRYPTED, "The PDF opens with a password only. Declare one that does not.");
            case BROKEN ->
                new Unreadable(
                        FailureReason.PDF_BROKEN,
                        "The PDF is damaged. Look whether it opens elsewhere, and tell the site.");
            case TOO_MANY_PAGES ->
                new Unreadable(
                        FailureReason.PDF_TOO_MANY_PAGES,
                        "The PDF has more than %d pages. Declare another, or raise the limit."
                                .formatted(limits.pages()));
            case TEXT_TOO_LARGE ->
                new Unreadable(
                        FailureReason.TEXT_TOO_LARGE,
                        "The text of the PDF has more than %d bytes, more than is kept.".formatted(Limits.TEXT_BYTES));
            case OUT_OF_MEMORY ->
                new Unreadable(
                        FailureReason.PDF_OUT_OF_MEMORY,
                        "Reading the PDF takes more than %d MiB of memory. Declare another, or raise the limit."
                                .formatted(limits.heapMegabytes()));
            case GONE ->
                new Unreadable(
                        FailureReason.INTERNAL,
                        "The process that reads PDFs ended with code %d and no reason.".formatted(exit));
        };
    }

    private PdfResult slow() {
        return new Unreadable(
                FailureReason.PDF_TIMEOUT,
                "Reading the PDF takes more than %d seconds. Declare another, or raise the limit."
                        .formatted(Math.max(1, limits.time().toSeconds())));
    }
}
