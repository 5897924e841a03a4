package dev.clausewatch.crawler.schedule;

import dev.clausewatch.crawler.RawBytes;
import dev.clausewatch.crawler.archive.Archive;
import dev.clausewatch.crawler.archive.CapturedSource;
import dev.clausewatch.crawler.archive.Reading;
import dev.clausewatch.crawler.archive.Reading.ReadPage;
import dev.clausewatch.crawler.archive.Snapshot;
import dev.clausewatch.crawler.extract.Extractor;
import dev.clausewatch.crawler.fetch.FetchOutcome;
import dev.clausewatch.crawler.fetch.FetchedPage;
import dev.clausewatch.crawler.fetch.PageFetcher;
import dev.clausewatch.crawler.fetch.PageRequest;
import dev.clausewatch.crawler.fetch.Validators;
import dev.clausewatch.crawler.politeness.Politeness;
import dev.clausewatch.crawler.politeness.Visit;
import dev.clausewatch.events.CaptureCause;
import dev.clausewatch.events.RawCapture;
import dev.clausewatch.events.Source;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fetches and reads a document. Writes nothing: what follows is decided and written by {@link CaptureRecorder}. */
@ApplicationScoped
class CaptureRun {

    private final Politeness politeness;
    private final PageFetcher fetcher;
    private final Archive archive;
    private final ClaimRepository claims;
    private final PageReader reader = new PageReader();

    CaptureRun(Politeness politeness, PageFetcher fetcher, Archive archive, ClaimRepository claims) {
        this.politeness = politeness;
        this.fetcher = fetcher;
        this.archive = archive;
        this.claims = claims;
    }

    static String extractor() {
        return Extractor.VERSION.name() + "/" + Extractor.VERSION.version();
    }

    CaptureResult run(Claim claim, CaptureState state) {
        Snapshot newest = archive.newest(claim.documentId()).orElse(null);
        List<FetchOutcome> outcomes = fetchAll(claim, state, newest);
        if (outcomes.getLast() instanceof FetchOutcome.Failed failed) {
            return failure(state.definition().sources().get(outcomes.size() - 1), failed);
        }
        if (outcomes.stream().allMatch(FetchOutcome.NotModified.class::isInstance)) {
            return new CaptureResult.Unchanged();
        }
        List<Source> sources = state.definition().sources();
        return switch (reader.read(sources, pages(sources, outcomes, newest))) {
            case PageReader.Outcome.NoText none -> none.failure();
            case PageReader.Outcome.Text text ->
                read(state, newest, text.reading(), validators(sources, outcomes, state));
        };
    }

    /** All pages, or those up to the first that failed. The host is free again before anything is read. */
    private List<FetchOutcome> fetchAll(Claim claim, CaptureState state, @Nullable Snapshot newest) {
        boolean conditional = newest != null
                && state.readTheSameWay(extractor())
                && newest.urls().equals(urls(state.definition().sources()));
        List<FetchOutcome> outcomes = new ArrayList<>();
        try (Visit visit = politeness.visit(claim.token(), claim.host(), () -> claims.renew(claim))) {
            for (Source source : state.definition().sources()) {
                Validators validators = conditional ? state.validatorsOf(source.fetch()) : Validators.NONE;
                FetchOutcome outcome = fetcher.fetch(PageRequest.page(URI.create(source.fetch()), validators), visit);
                outcomes.add(outcome);
                if (outcome instanceof FetchOutcome.Failed) {
                    break;
                }
            }
        }
        return outcomes;
    }

    private CaptureResult read(
            CaptureState state, @Nullable Snapshot newest, Reading reading, List<SourceValidators> validators) {
        if (newest == null || state.readTheSameWay(extractor())) {
            return new CaptureResult.Read(reading, null, null, validators);
        }
        CaptureCause upgrade = state.definition().readingHash().equals(state.readDefinition())
                ? CaptureCause.EXTRACTOR_UPGRADE
                : CaptureCause.DECLARATION_UPGRADE;
        return new CaptureResult.Read(
                reading, upgrade, reread(state.definition().sources(), newest).orElse(null), validators);
    }

    /** The newest snapshot's bytes in today's reading, if they are of the same addresses and can be read so. */
    private Optional<Reading> reread(List<Source> sources, Snapshot newest) {
        if (!newest.urls().equals(urls(sources))) {
            return Optional.empty();
        }
        List<ReadPage> pages = newest.sources().stream().map(this::kept).toList();
        return reader.read(sources, pages) instanceof PageReader.Outcome.Text text
                ? Optional.of(text.reading())
                : Optional.empty();
    }

    private static List<String> urls(List<Source> sources) {
        return sources.stream().map(Source::fetch).toList();
    }

    private List<ReadPage> pages(List<Source> sources, List<FetchOutcome> outcomes, @Nullable Snapshot newest) {
        List<ReadPage> pages = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof FetchOutcome.Fetched fetched) {
                pages.add(fresh(sources.get(i), fetched.page()));
            } else if (newest != null) {
                pages.add(kept(newest.sources().get(i)));
            }
        }
        return pages;
    }

    private ReadPage kept(CapturedSource source) {
        RawBytes body = archive.raw(source.raw().sha256())
                .orElseThrow(() -> new IllegalStateException(
                        "The bytes of a snapshot are gone: " + source.raw().sha256()));
        return new ReadPage(source, body);
    }

    private static ReadPage fresh(Source source, FetchedPage page) {
        RawCapture raw = new RawCapture(
                source.fetch(),
                page.finalUrl().toString(),
                page.status(),
                page.mediaType(),
                page.body().sha256(),
                page.body().size(),
                page.fetchedAt());
        return new ReadPage(new CapturedSource(raw, page.charset(), page.headers()), page.body());
    }

    private static List<SourceValidators> validators(
            List<Source> sources, List<FetchOutcome> outcomes, CaptureState state) {
        List<SourceValidators> validators = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            String url = sources.get(i).fetch();
            Validators next = outcomes.get(i) instanceof FetchOutcome.Fetched fetched
                    ? fetched.page().validators()
                    : state.validatorsOf(url);
            validators.add(new SourceValidators(url, next));
        }
        return validators;
    }

    private static CaptureResult failure(Source source, FetchOutcome.Failed failed) {
        String where = failed.url().toString().equals(source.fetch()) ? "" : " (at " + failed.url() + ")";
        return new CaptureResult.Failed(
                failed.reason(),
                failed.detail() + where,
                source.fetch(),
                failed.status(),
                failed.retryAfter(),
                null,
                null);
    }
}
