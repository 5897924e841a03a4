package dev.clausewatch.crawler.render;

import dev.clausewatch.crawler.FailureReason;
import dev.clausewatch.crawler.fetch.FetchOutcome;
import dev.clausewatch.crawler.fetch.FetchOutcome.Failed;
import dev.clausewatch.crawler.fetch.FetchOutcome.Fetched;
import dev.clausewatch.crawler.fetch.FetchSettings;
import dev.clausewatch.crawler.fetch.FetchedPage;
import dev.clausewatch.crawler.fetch.PageFetcher;
import dev.clausewatch.crawler.fetch.PageRequest;
import dev.clausewatch.crawler.fetch.Redirects;
import dev.clausewatch.crawler.fetch.RequestGate;
import dev.clausewatch.crawler.fetch.Validators;
import dev.clausewatch.crawler.proxy.ProxyLimits;
import dev.clausewatch.crawler.proxy.ProxyPass;
import dev.clausewatch.events.Source;
import dev.clausewatch.runtime.net.GuardedDns;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.hc.client5.http.DnsResolver;
import org.jspecify.annotations.Nullable;

/**
 * The facade of this package: fetches a page and lets a browser render it. The browser is started with the first page. Thread-safe;
 * blocks the calling thread while other pages are rendered.
 */
public final class PageRenderer implements AutoCloseable {

    private static final Set<String> HTML = Set.of("text/html", "application/xhtml+xml");
    private static final int STAY_SECONDS = 5;
    private static final int LONGEST_ADDRESS = 4096;

    private final RenderSettings settings;
    private final FetchSettings fetchSettings;
    private final PageFetcher fetcher;
    private final Clock clock;
    private final Function<URI, DnsResolver> addresses;
    private final BrowserPrograms programs;
    private @Nullable BrowserPool pool;

    public PageRenderer(RenderSettings settings, FetchSettings fetchSettings, PageFetcher fetcher, Clock clock) {
        this(settings, fetchSettings, fetcher, clock, page -> resolver(page, fetchSettings.allowPrivateAddresses()));
    }

    PageRenderer(
            RenderSettings settings,
            FetchSettings fetchSettings,
            PageFetcher fetcher,
            Clock clock,
            Function<URI, DnsResolver> addresses) {
        this.settings = settings;
        this.fetchSettings = fetchSettings;
        this.fetcher = fetcher;
        this.clock = clock;
        this.addresses = addresses;
        this.programs = BrowserPrograms.look(settings, System.getenv());
    }

    /** Where private addresses are allowed, they are for private pages: a page of the internet has no business there. */
    private static DnsResolver resolver(URI page, boolean allowPrivate) {
        GuardedDns onlyPublic = new GuardedDns(false);
        if (!allowPrivate) {
            return onlyPublic;
        }
        try {
            onlyPublic.resolve(page.getHost());
            return onlyPublic;
        } catch (UnknownHostException e) {
            return new GuardedDns(true);
        }
    }

    /** What this machine lacks for rendering pages, as a sentence; empty when it can. */
    public Optional<String> missing() {
        return programs instanceof BrowserPrograms.Missing none ? Optional.of(none.detail()) : Optional.empty();
    }

    /**
     * Fetches a page and renders it. Where its scripts lead to another address, that one is fetched and rendered; every document passes
     * the gate. What is not HTML comes as it is.
     */
    public FetchOutcome fetch(Source source, RequestGate gate) {
        URI url = URI.create(source.fetch());
        if (programs instanceof BrowserPrograms.Missing none) {
            return new Failed(FailureReason.NO_BROWSER, "The page needs a browser. " + none.detail(), url);
        }
        Redirects moves = new Redirects(fetchSettings.redirects(), url);
        while (true) {
            FetchOutcome plain = fetcher.fetch(PageRequest.page(url, Validators.NONE), gate);
            if (!(plain instanceof Fetched(FetchedPage page)) || !isHtml(page)) {
                return plain;
            }
            switch (render(page, source, gate)) {
                case Rendering.Rendered done -> {
                    return rendered(page, done);
                }
                case Rendering.Failed failed -> {
                    return new Failed(failed.reason(), failed.detail(), page.finalUrl());
                }
                case Rendering.Moved moved -> {
                    switch (moves.follow(page.finalUrl(), moved.to(), page.status())) {
                        case Redirects.Step.To to -> url = to.url();
                        case Redirects.Step.Refused refused -> {
                            return refused.failure();
                        }
                    }
                }
            }
        }
    }

    private static boolean isHtml(FetchedPage page) {
        return page.mediaType() == null || HTML.contains(page.mediaType());
    }

    private Rendering render(FetchedPage page, Source source, RequestGate gate) {
        BrowserPool browsers = pool();
        long bytes = settings.pageBytes();
        ProxyLimits limits = new ProxyLimits(settings.pageRequests(), bytes / 3, bytes);
        try (ProxyPass pass = browsers.pass(addresses.apply(page.finalUrl()), limits)) {
            RenderTask task =
                    new RenderTask(RenderJob.of(page, source, pass.token(), settings), pass, new CompletableFuture<>());
            return browsers.submit(task)
                    ? await(task, gate)
                    : new Rendering.Failed(
                            FailureReason.RENDER_TIMEOUT,
                            "Too many pages wait for the browser. Give the crawler more (CLAUSEWATCH_RENDER_PAGES).");
        }
    }

    private static Rendering await(RenderTask task, RequestGate gate) {
        try {
            while (true) {
                try {
                    return task.outcome().get(STAY_SECONDS, TimeUnit.SECONDS);
                } catch (TimeoutException e) {
                    if (!gate.stay()) {
                        return given(task, "Another capture took the document over.");
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return given(task, "The service stops.");
        } catch (ExecutionException e) {
            throw new IllegalStateException("A rendering ends with an outcome", e);
        }
    }

    private static Rendering given(RenderTask task, String why) {
        Rendering.Failed up = new Rendering.Failed(FailureReason.RENDER_TIMEOUT, why);
        task.outcome().complete(up);
        return up;
    }

    private FetchOutcome rendered(FetchedPage page, Rendering.Rendered done) {
        URI url = address(done.url());
        if (url == null) {
            return new Failed(
                    FailureReason.RENDER_FAILED,
                    "The page's scripts gave it an address that is not http, https or readable.",
                    page.finalUrl());
        }
        return new Fetched(new FetchedPage(
                url,
                page.status(),
                "text/html",
                "utf-8",
                done.html(),
                page.headers(),
                Validators.NONE,
                clock.instant(),
                done.renderedBy()));
    }

    /** Scripts may have given the page another address of its site. */
    private static @Nullable URI address(String url) {
        try {
            URI address = new URI(url);
            boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            return web && url.length() <= LONGEST_ADDRESS ? address : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private synchronized BrowserPool pool() {
        if (pool == null) {
            pool = BrowserPool.start((BrowserPrograms.Found) programs, settings, fetchSettings);
        }
        return pool;
    }

    /** Ends the browser and all its processes. */
    @Override
    public synchronized void close() {
        if (pool != null) {
            pool.close();
            pool = null;
        }
    }
}
