package dev.clausewatch.crawler.schedule;

import dev.clausewatch.crawler.FailureReason;
import dev.clausewatch.crawler.archive.CapturedSource;
import dev.clausewatch.crawler.archive.DocumentText;
import dev.clausewatch.crawler.archive.DocumentText.ReadPage;
import dev.clausewatch.crawler.archive.Snapshot;
import dev.clausewatch.crawler.extract.Extraction;
import dev.clausewatch.crawler.extract.Extractor;
import dev.clausewatch.crawler.extract.Page;
import dev.clausewatch.crawler.gate.Address;
import dev.clausewatch.crawler.gate.CaptureGate;
import dev.clausewatch.crawler.gate.Refusal;
import dev.clausewatch.events.Limits;
import dev.clausewatch.events.Source;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the pages of a document into one text: the same pages and sources give the same result. A page in memory as a tree is many
 * times as large as its bytes, so heavy ones wait for each other. Thread-safe.
 */
final class PageReader {

    private static final int KIB = 1024;

    /** Weight of the pages that are read at the same time, in KiB; one that is heavier is read alone. */
    private static final int BUDGET = 12 * 1024;

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    /** Pages of terms are read in milliseconds, and the largest in seconds. */
    private static final TimeLimitedReader USUAL = new TimeLimitedReader(Duration.ofSeconds(60));

    private final Extractor extractor;
    private final TimeLimitedReader time;
    private final Semaphore budget = new Semaphore(BUDGET);

    PageReader(Extractor extractor) {
        this(extractor, USUAL);
    }

    PageReader(Extractor extractor, TimeLimitedReader time) {
        this.extractor = extractor;
        this.time = time;
    }

    /** The text, or why there is none. */
    sealed interface Outcome {
        record Text(DocumentText reading) implements Outcome {}

        record NoText(CaptureResult.Failed failure) implements Outcome {}
    }

    /** Reads pages that were judged when they were captured. */
    Outcome read(List<Source> sources, List<ReadPage> pages) {
        return read(sources, pages, (page, text) -> Optional.empty());
    }

    /**
     * Reads what was captured now, and judges whether it is the document.
     *
     * @param newest the newest snapshot, whose pages were
     */
    Outcome capture(List<Source> sources, List<ReadPage> pages, @Nullable Snapshot newest) {
        Set<URI> good = newest == null
                ? Set.of()
                : newest.sources().stream()
                        .map(source -> URI.create(source.raw().finalUrl()))
                        .collect(Collectors.toUnmodifiableSet());
        return read(
                sources,
                pages,
                (page, text) -> CaptureGate.judge(
                        input(page),
                        text,
                        new Address(
                                URI.create(page.source().raw().url()),
                                URI.create(page.source().raw().finalUrl()),
                                good),
                        page.source().raw().renderedBy() != null));
    }

    private Outcome read(
            List<Source> sources, List<ReadPage> pages, BiFunction<ReadPage, String, Optional<Refusal>> gate) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            ReadPage page = pages.get(i);
            switch (extract(page, sources.get(i), gate)) {
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
        return new Outcome.Text(new DocumentText(text, pages));
    }

    private Extraction extract(ReadPage page, Source source, BiFunction<ReadPage, String, Optional<Refusal>> gate) {
        Page input = input(page);
        int weight = (int) Math.min(BUDGET, extractor.weight(input) / KIB + 1);
        if (!acquired(weight)) {
            return tooLate();
        }
        Supplier<Extraction> reading = () -> {
            try {
                return judged(extractor.extract(input, source), page, gate);
            } finally {
                // Also of one that nobody waits for any more: its tree is in memory as long as it goes on.
                budget.release(weight);
            }
        };
        return Extractor.hasOwnProcess(input)
                ? reading.get()
                : time.within(reading).orElseGet(this::tooLate);
    }

    /** Readings that nobody waits for any more may keep their share for long: nothing waits for it without end. */
    private boolean acquired(int weight) {
        try {
            return budget.tryAcquire(weight, LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Extraction tooLate() {
        return new Extraction.Rejected(
                FailureReason.EXTRACTION_TIMEOUT,
                "Reading the page took more than %d seconds. Declare simpler selectors, without ~ and :has, or another page."
                        .formatted(time.most().toSeconds()));
    }

    private static Extraction judged(
            Extraction extraction, ReadPage page, BiFunction<ReadPage, String, Optional<Refusal>> gate) {
        String text = extraction instanceof Extraction.Extracted extracted ? extracted.text() : "";
        // A wall explains why a selector matches nothing.
        Optional<Refusal> refusal = gate.apply(page, text);
        return refusal.isPresent()
                ? new Extraction.Rejected(refusal.get().reason(), refusal.get().detail())
                : extraction;
    }

    private static Page input(ReadPage page) {
        CapturedSource captured = page.source();
        return new Page(
                page.body(),
                captured.raw().mediaType(),
                captured.charset(),
                captured.raw().finalUrl());
    }

    private static CaptureResult.Failed failure(ReadPage page, FailureReason reason, String detail) {
        return new CaptureResult.Failed(
                reason, detail, page.source().raw().url(), page.source().raw().status(), null, page);
    }
}
