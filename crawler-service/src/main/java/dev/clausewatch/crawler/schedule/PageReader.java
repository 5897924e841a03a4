package dev.clausewatch.crawler.schedule;

import dev.clausewatch.crawler.FailureReason;
import dev.clausewatch.crawler.archive.CapturedSource;
import dev.clausewatch.crawler.archive.Reading;
import dev.clausewatch.crawler.archive.Reading.ReadPage;
import dev.clausewatch.crawler.extract.Extraction;
import dev.clausewatch.crawler.extract.Extractor;
import dev.clausewatch.crawler.extract.Page;
import dev.clausewatch.events.Limits;
import dev.clausewatch.events.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * Reads the pages of a document into one text: the same pages and sources give the same result. A page in memory as a tree is many
 * times as large as its bytes, so heavy ones wait for each other. Thread-safe.
 */
final class PageReader {

    private static final int KIB = 1024;

    /** Weight of the pages that are read at the same time, in KiB; one that is heavier is read alone. */
    private static final int BUDGET = 12 * 1024;

    private final Extractor extractor = new Extractor();
    private final Semaphore budget = new Semaphore(BUDGET);

    /** The text, or why there is none. */
    sealed interface Outcome {
        record Text(Reading reading) implements Outcome {}

        record NoText(CaptureResult.Failed failure) implements Outcome {}
    }

    Outcome read(List<Source> sources, List<ReadPage> pages) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            ReadPage page = pages.get(i);
            switch (extract(page, sources.get(i))) {
                case Extraction.Extracted extracted -> texts.add(extracted.text());
                case Extraction.Rejected rejected -> {
                    return new Outcome.NoText(failure(page, rejected.reason(), rejected.detail()));
                }
            }
        }
        String text = Extractor.join(texts);
        int size = text.getBytes(StandardCharsets.UTF_8).length;
        if (size > Limits.TEXT_BYTES) {
            return new Outcome.NoText(failure(
                    pages.getFirst(),
                    FailureReason.TEXT_TOO_LARGE,
                    "The text has %d bytes; %d can be kept. Select less of the page."
                            .formatted(size, Limits.TEXT_BYTES)));
        }
        return new Outcome.Text(new Reading(text, pages));
    }

    private Extraction extract(ReadPage page, Source source) {
        CapturedSource captured = page.source();
        Page input = new Page(
                page.body(),
                captured.raw().mediaType(),
                captured.charset(),
                captured.raw().finalUrl());
        int weight = (int) Math.min(BUDGET, extractor.weight(input) / KIB + 1);
        budget.acquireUninterruptibly(weight);
        try {
            return extractor.extract(input, source);
        } finally {
            budget.release(weight);
        }
    }

    private static CaptureResult.Failed failure(ReadPage page, FailureReason reason, String detail) {
        return new CaptureResult.Failed(
                reason,
                detail,
                page.source().raw().url(),
                page.source().raw().status(),
                null,
                page.body(),
                page.source().raw().mediaType());
    }
}
