package dev.clausewatch.cli.crawler;

import dev.clausewatch.crawler.FailureReason;
import dev.clausewatch.crawler.declaration.DocumentDefinition;
import dev.clausewatch.crawler.extract.Extraction;
import dev.clausewatch.crawler.extract.Extraction.Extracted;
import dev.clausewatch.crawler.extract.Extraction.Rejected;
import dev.clausewatch.crawler.extract.Extractor;
import dev.clausewatch.crawler.extract.Page;
import dev.clausewatch.crawler.extract.SelectorMatch;
import dev.clausewatch.crawler.fetch.FetchOutcome;
import dev.clausewatch.crawler.fetch.FetchedPage;
import dev.clausewatch.crawler.fetch.PageFetcher;
import dev.clausewatch.crawler.fetch.PageRequest;
import dev.clausewatch.crawler.fetch.RequestGate;
import dev.clausewatch.crawler.fetch.Validators;
import dev.clausewatch.crawler.gate.Address;
import dev.clausewatch.crawler.gate.CaptureGate;
import dev.clausewatch.crawler.gate.Refusal;
import dev.clausewatch.crawler.render.PageRenderer;
import dev.clausewatch.events.Limits;
import dev.clausewatch.events.Source;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads documents once as the crawler does, and keeps nothing. */
final class TrialReader {

    private final PageFetcher fetcher;
    private final PageRenderer renderer;
    private final RequestGate visit;
    private final Extractor extractor;

    TrialReader(PageFetcher fetcher, PageRenderer renderer, RequestGate visit, Extractor extractor) {
        this.fetcher = fetcher;
        this.renderer = renderer;
        this.visit = visit;
        this.extractor = extractor;
    }

    /**
     * Reads all sources, also behind one that fails.
     *
     * @param progress told of each as soon as it is read
     */
    Extraction read(DocumentDefinition document, Consumer<SourceTrial> progress) {
        List<String> texts = new ArrayList<>();
        Extraction first = null;
        for (Source source : document.sources()) {
            SourceTrial trial = read(source);
            progress.accept(trial);
            switch (trial.extraction()) {
                case Extracted extracted -> texts.add(extracted.text());
                case Rejected rejected -> first = first == null ? rejected : first;
            }
        }
        return first == null ? whole(texts) : first;
    }

    private static Extraction whole(List<String> texts) {
        String text = Extractor.join(texts);
        int size = text.getBytes(StandardCharsets.UTF_8).length;
        return size <= Limits.TEXT_BYTES
                ? new Extracted(text)
                : new Rejected(
                        FailureReason.TEXT_TOO_LARGE,
                        "The text has %d bytes; %d can be kept. Select less of the pages."
                                .formatted(size, Limits.TEXT_BYTES));
    }

    /** In a browser when the declaration says so, or does not forbid it and the page is an empty shell without one. */
    private SourceTrial read(Source source) {
        if (source.executeClientScripts()) {
            return read(source, renderer.fetch(source, visit));
        }
        PageRequest request = PageRequest.page(URI.create(source.fetch()), Validators.NONE);
        SourceTrial plain = read(source, fetcher.fetch(request, visit));
        boolean shell = plain.extraction() instanceof Rejected rejected
                && rejected.reason() == FailureReason.EMPTY_SHELL
                && !Boolean.TRUE.equals(source.plainOnly());
        return shell ? read(source, renderer.fetch(source, visit)) : plain;
    }

    private SourceTrial read(Source source, FetchOutcome outcome) {
        return switch (outcome) {
            case FetchOutcome.Fetched fetched -> read(source, fetched.page());
            case FetchOutcome.Failed failed ->
                new SourceTrial(
                        source, null, List.of(), new Rejected(failed.reason(), failed.detail() + at(source, failed)));
            case FetchOutcome.NotModified unasked ->
                new SourceTrial(
                        source,
                        null,
                        List.of(),
                        new Rejected(FailureReason.HTTP_STATUS, "The server answered 304 though nothing was known."));
        };
    }

    private static String at(Source source, FetchOutcome.Failed failed) {
        return failed.url().toString().equals(source.fetch()) ? "" : " (at " + failed.url() + ")";
    }

    private SourceTrial read(Source source, FetchedPage fetched) {
        Page page = new Page(
                fetched.body(),
                fetched.mediaType(),
                fetched.charset(),
                fetched.finalUrl().toString());
        Extraction extraction = extractor.extract(page, source);
        Address address = new Address(URI.create(source.fetch()), fetched.finalUrl(), Set.of());
        String text = extraction instanceof Extracted extracted ? extracted.text() : "";
        Optional<Refusal> refusal = CaptureGate.judge(page, text, address, fetched.renderedBy() != null);
        return new SourceTrial(
                source,
                fetched,
                SelectorMatch.of(page, source),
                refusal.<Extraction>map(no -> new Rejected(no.reason(), no.detail()))
                        .orElse(extraction));
    }
}
