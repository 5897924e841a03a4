package dev.clausewatch.crawler.schedule;

import dev.clausewatch.crawler.FailureReason;
import dev.clausewatch.crawler.RawBytes;
import dev.clausewatch.crawler.archive.Archive;
import dev.clausewatch.crawler.archive.CapturedSource;
import dev.clausewatch.crawler.archive.DocumentText.ReadPage;
import dev.clausewatch.crawler.archive.Snapshot;
import dev.clausewatch.crawler.extract.Extractor;
import dev.clausewatch.crawler.fetch.FetchOutcome;
import dev.clausewatch.crawler.fetch.FetchedPage;
import dev.clausewatch.crawler.fetch.PageFetcher;
import dev.clausewatch.crawler.fetch.PageRequest;
import dev.clausewatch.crawler.fetch.Validators;
import dev.clausewatch.crawler.pdf.PdfConfig;
import dev.clausewatch.crawler.pdf.PdfReader;
import dev.clausewatch.crawler.politeness.Politeness;
import dev.clausewatch.crawler.politeness.Visit;
import dev.clausewatch.crawler.render.PageRenderer;
import dev.clausewatch.events.CaptureCause;
import dev.clausewatch.events.RawCapture;
import dev.clausewatch.events.Source;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Fetches and reads a document. Writes nothing: what follows is decided and written by {@link CaptureRecorder}. */
@ApplicationScoped
class CaptureRun {

    private final Politeness politeness;
    private final PageFetcher fetcher;
    private final PageRenderer renderer;
    private final Archive archive;
    private final ClaimRepository claims;
    private final PageReader reader;

    CaptureRun(
            Politeness politeness,
            PageFetcher fetcher,
            PageRenderer renderer,
            Archive archive,
            ClaimRepository claims,
            PdfConfig pdfs) {
        this.politeness = politeness;
        this.fetcher = fetcher;
        this.renderer = renderer;
        this.archive = archive;
        this.claims = claims;
        this.reader = new PageReader(new Extractor(new PdfReader(pdfs.limits())));
    }

    static String extractor() {
        return Extractor.VERSION.name() + "/" + Extractor.VERSION.version();
    }

    /**
     * The newest snapshot's bytes in today's reading: what that changes is our doing, whatever the site says now or whether it
     * answers at all. Nothing when they were read so already, or cannot be: then they are of other addresses, or of an archive, or say
     * nothing to the new selectors.
     */
    Optional<CaptureResult.Reread> reread(DueDocument due) {
        List<Source> sources = due.state().definition().sources();
        Snapshot newest = due.newest();
        CaptureCause upgrade = due.upgrade();
        if (newest == null || upgrade == null || !newest.urls().equals(urls(sources))) {
            return Optional.empty();
        }
        List<ReadPage> pages = newest.sources().stream().map(this::kept).toList();
        return switch (reader.read(sources, pages)) {
            case PageReader.Outcome.Text text -> Optional.of(new CaptureResult.Reread(text.reading(), upgrade));
            case PageReader.Outcome.NoText none -> Optional.empty();
        };
    }

    CaptureResult run(DueDocument due) {
        Claim claim = due.claim();
        try (Visit visit = politeness.visit(claim.token(), claim.host(), claims.renewal(claim))) {
            return result(due, fetchAll(due, visit), visit);
        }
    }

    private CaptureResult result(DueDocument due, List<FetchOutcome> outcomes, Visit visit) {
        // The host is free while the pages are read; a page that has to be rendered takes it again.
        visit.close();
        List<Source> sources = due.state().definition().sources();
        if (outcomes.getLast() instanceof FetchOutcome.Failed failed) {
            return failure(sources.get(outcomes.size() - 1), failed);
        }
        List<PreviousPage> known = known(sources, outcomes, due.state());
        if (readBefore(due, known)) {
            boolean notModified = outcomes.stream().allMatch(FetchOutcome.NotModified.class::isInstance);
            return new CaptureResult.Unchanged(notModified, known);
        }
        return switch (reader.capture(sources, pages(sources, outcomes, due.newest()), due.newest())) {
            case PageReader.Outcome.NoText none -> {
                OptionalInt shell = shell(none.failure(), sources, outcomes);
                yield shell.isPresent()
                        ? result(due, rendered(sources, shell.getAsInt(), outcomes, visit), visit)
                        : none.failure();
            }
            case PageReader.Outcome.Text text -> new CaptureResult.Read(text.reading(), due.upgrade(), known);
        };
    }

    /** The same bytes in the same way of reading give the text we have: there is nothing to parse. */
    private static boolean readBefore(DueDocument due, List<PreviousPage> known) {
        CaptureState state = due.state();
        return due.readTheSameWay()
                && known.stream()
                        .allMatch(page ->
                                state.page(page.url()).filter(page::sameRead).isPresent());
    }

    /** All pages, or those up to the first that failed. */
    private List<FetchOutcome> fetchAll(DueDocument due, Visit visit) {
        List<FetchOutcome> outcomes = new ArrayList<>();
        for (Source source : due.state().definition().sources()) {
            outcomes.add(
                    needsBrowser(due, source)
                            ? renderer.fetch(source, visit)
                            : fetcher.fetch(
                                    PageRequest.page(URI.create(source.fetch()), validators(due, source)), visit));
            if (outcomes.getLast() instanceof FetchOutcome.Failed failed) {
                visit.failed(failed);
                break;
            }
        }
        return outcomes;
    }

    /** Declared so; or an empty shell without one, as we found out before. */
    private static boolean needsBrowser(DueDocument due, Source source) {
        boolean before = due.newest() != null
                && due.newest().sources().stream()
                        .map(CapturedSource::raw)
                        .anyMatch(raw -> raw.url().equals(source.fetch()) && raw.renderedBy() != null);
        return source.executeClientScripts() || (before && !Boolean.TRUE.equals(source.plainOnly()));
    }

    /** Which page failed as an empty shell that a browser may fill, and none has. */
    private static OptionalInt shell(CaptureResult.Failed failure, List<Source> sources, List<FetchOutcome> outcomes) {
        return IntStream.range(0, failure.reason() == FailureReason.EMPTY_SHELL ? sources.size() : 0)
                .filter(i -> sources.get(i).fetch().equals(failure.url()))
                .filter(i -> !Boolean.TRUE.equals(sources.get(i).plainOnly()))
                .filter(i -> !(outcomes.get(i) instanceof FetchOutcome.Fetched fetched
                        && fetched.page().renderedBy() != null))
                .findFirst();
    }

    /** The outcomes with one page rendered; or, where that fails, those up to it. */
    private List<FetchOutcome> rendered(List<Source> sources, int index, List<FetchOutcome> outcomes, Visit visit) {
        FetchOutcome outcome = renderer.fetch(sources.get(index), visit);
        List<FetchOutcome> now = new ArrayList<>(outcomes);
        now.set(index, outcome);
        if (outcome instanceof FetchOutcome.Failed failed) {
            visit.failed(failed);
            return now.subList(0, index + 1);
        }
        return now;
    }

    /** A page that is read in another way now is asked for whole. */
    private static Validators validators(DueDocument due, Source source) {
        return due.readTheSameWay()
                ? due.state().page(source.fetch()).map(PreviousPage::validators).orElse(Validators.NONE)
                : Validators.NONE;
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
                page.fetchedAt(),
                page.renderedBy());
        return new ReadPage(new CapturedSource(raw, page.charset(), page.headers()), page.body());
    }

    private static List<PreviousPage> known(List<Source> sources, List<FetchOutcome> outcomes, CaptureState state) {
        List<PreviousPage> known = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            Source source = sources.get(i);
            if (outcomes.get(i) instanceof FetchOutcome.Fetched fetched) {
                String read =
                        PreviousPage.fingerprint(fresh(source, fetched.page()).source());
                known.add(new PreviousPage(source.fetch(), fetched.page().validators(), read));
            } else {
                state.page(source.fetch()).ifPresent(known::add);
            }
        }
        return known;
    }

    private static CaptureResult failure(Source source, FetchOutcome.Failed failed) {
        String where = failed.url().toString().equals(source.fetch()) ? "" : " (at " + failed.url() + ")";
        return new CaptureResult.Failed(
                failed.reason(), failed.detail() + where, source.fetch(), failed.status(), failed.retryAfter(), null);
    }
}
