package dev.clausewatch.crawler.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.crawler.FailureReason;
import dev.clausewatch.crawler.fetch.FetchOutcome.Failed;
import dev.clausewatch.crawler.fetch.FetchOutcome.Fetched;
import dev.clausewatch.crawler.fetch.FetchOutcome.NotModified;
import dev.clausewatch.events.Limits;
import dev.clausewatch.testing.site.Bytes;
import dev.clausewatch.testing.site.EndlessBody;
import dev.clausewatch.testing.site.GzipBomb;
import dev.clausewatch.testing.site.NoAnswer;
import dev.clausewatch.testing.site.Page;
import dev.clausewatch.testing.site.Redirect;
import dev.clausewatch.testing.site.SiteServer;
import dev.clausewatch.testing.site.SlowDrip;
import dev.clausewatch.testing.site.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageFetcherTest {

    private static final String HTML = "<p>Terms</p>";

    @SuppressWarnings("NullAway.Init")
    private static SiteServer site;

    private static final PageFetcher FETCHER = fetcher(true, Duration.ofSeconds(10));
    private static final PageFetcher HASTY = fetcher(true, Duration.ofMillis(700));

    @BeforeAll
    static void start() throws IOException {
        site = SiteServer.start();
    }

    @AfterAll
    static void stop() {
        site.close();
        FETCHER.close();
        HASTY.close();
    }

    @Test
    void fetchesAPageAndKeepsWhatTheServerSaid() {
        site.on("/ok", new Page(HTML));
        FetchedPage page = fetched("/ok");
        assertEquals("text/html", page.mediaType());
        assertEquals("UTF-8", page.charset());
        assertEquals(HTML, new String(page.body().array(), StandardCharsets.UTF_8));
        assertEquals(page.headers().get("etag"), page.validators().etag());
    }

    @Test
    void asksOnlyWhetherAKnownPageChanged() {
        Page page = new Page(HTML);
        site.on("/known", page);
        Validators validators = fetched("/known").validators();
        PageRequest again = PageRequest.page(uri("/known"), validators);
        assertInstanceOf(NotModified.class, FETCHER.fetch(again, HopGate.OPEN));
        page.change("<p>New terms</p>");
        assertInstanceOf(Fetched.class, FETCHER.fetch(again, HopGate.OPEN));
    }

    @Test
    void takesAnUnasked304ForAFailure() {
        site.on("/304", new Status(304));
        assertEquals(304, failed("/304", FailureReason.HTTP_STATUS).status());
    }

    @Test
    void followsARedirectAndSaysWhereItEnded() {
        site.on("/moved", new Redirect("/here#part")).on("/here", new Page(HTML));
        assertEquals(uri("/here"), fetched("/moved").finalUrl());
    }

    @ParameterizedTest
    @CsvSource({
        "https://e.example/x/y, ?lang=en, https://e.example/x/y?lang=en",
        "https://e.example/x/y?lang=de#top, ?lang=en#terms, https://e.example/x/y?lang=en",
        "https://e.example/x/y, z?a=b c, https://e.example/x/z?a=b%20c",
        "https://e.example, terms, https://e.example/terms",
        "https://e.example/x, //f.example/y, https://f.example/y"
    })
    void resolvesARedirectAsABrowserDoes(URI from, String location, URI to) {
        assertEquals(new Redirects.Step.To(to), new Redirects(5, from).follow(from, location, 302));
    }

    @Test
    void refusesARedirectToNowhere() {
        URI from = URI.create("https://e.example/x");
        assertInstanceOf(Redirects.Step.Refused.class, new Redirects(5, from).follow(from, " ", 302));
    }

    @Test
    void stopsWhenRedirectsGoInACircle() {
        site.on("/circle", new Redirect("/circle"));
        failed("/circle", FailureReason.TOO_MANY_REDIRECTS);
    }

    @Test
    void stopsAfterFiveRedirects() {
        for (int i = 0; i < 7; i++) {
            site.on("/hop" + i, new Redirect("/hop" + (i + 1)));
        }
        failed("/hop0", FailureReason.TOO_MANY_REDIRECTS);
    }

    @Test
    void refusesARedirectToAnotherProtocol() {
        site.on("/file", new Redirect("file:///etc/passwd"));
        failed("/file", FailureReason.REDIRECT_REFUSED);
    }

    @Test
    void refusesARedirectFromHttpsToHttp() {
        Redirects redirects = new Redirects(5, URI.create("https://a.example/"));
        Redirects.Step step = redirects.follow(URI.create("https://a.example/"), "http://a.example/x", 302);
        assertEquals(
                FailureReason.REDIRECT_REFUSED,
                assertInstanceOf(Redirects.Step.Refused.class, step).failure().reason());
    }

    @Test
    void asksTheGateBeforeEveryHop() {
        site.on("/inner", new Redirect("/guarded")).on("/guarded", new Page(HTML));
        HopGate gate = url ->
                url.getPath().equals("/guarded") ? new Failed(FailureReason.ROBOTS_DISALLOWED, "No.", url) : null;
        FetchOutcome outcome = FETCHER.fetch(PageRequest.page(uri("/inner"), Validators.NONE), gate);
        assertEquals(
                FailureReason.ROBOTS_DISALLOWED,
                assertInstanceOf(Failed.class, outcome).reason());
    }

    @Test
    void refusesPrivateAddresses() {
        try (Closing guarded = new Closing(fetcher(false, Duration.ofSeconds(5)))) {
            PageRequest request = PageRequest.page(uri("/ok"), Validators.NONE);
            Failed failed = assertInstanceOf(Failed.class, guarded.fetcher.fetch(request, HopGate.OPEN));
            assertEquals(FailureReason.FORBIDDEN_ADDRESS, failed.reason());
        }
    }

    @Test
    void namesAHostWithoutAddress() {
        PageRequest request = PageRequest.page(URI.create("http://no-such-host.invalid/"), Validators.NONE);
        assertEquals(
                FailureReason.DNS,
                assertInstanceOf(Failed.class, FETCHER.fetch(request, HopGate.OPEN))
                        .reason());
    }

    @Test
    void namesAServerThatIsNotThere() throws IOException {
        SiteServer gone = SiteServer.start();
        URI url = URI.create(gone.url("/"));
        gone.close();
        PageRequest request = PageRequest.page(url, Validators.NONE);
        assertEquals(
                FailureReason.UNREACHABLE,
                assertInstanceOf(Failed.class, FETCHER.fetch(request, HopGate.OPEN))
                        .reason());
    }

    @Test
    void givesUpOnASlowDripAndOnSilence() {
        site.on("/drip", new SlowDrip(Duration.ofMillis(20))).on("/silent", new NoAnswer());
        long started = System.nanoTime();
        for (String path : new String[] {"/drip", "/silent"}) {
            FetchOutcome outcome = HASTY.fetch(PageRequest.page(uri(path), Validators.NONE), HopGate.OPEN);
            assertEquals(
                    FailureReason.TIMEOUT,
                    assertInstanceOf(Failed.class, outcome).reason(),
                    path);
        }
        assertTrue(System.nanoTime() - started < Duration.ofSeconds(5).toNanos());
    }

    @Test
    void stopsReadingWhatIsTooLarge() {
        site.on("/endless", new EndlessBody())
                .on("/20mb", new Bytes("text/html", ByteBuffer.allocate(2 * Limits.RAW_PAGE_BYTES)));
        failed("/endless", FailureReason.TOO_LARGE);
        failed("/20mb", FailureReason.TOO_LARGE);
    }

    @Test
    void stopsInflatingAGzipBomb() {
        site.on("/bomb", new GzipBomb(1024 * 1024 * 1024)).on("/small-bomb", new GzipBomb(5 * 1024 * 1024));
        failed("/bomb", FailureReason.TOO_LARGE);
        failed("/small-bomb", FailureReason.TOO_LARGE);
    }

    @Test
    void readsACompressedPage() {
        site.on("/gzip", exchange -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                gzip.write(HTML.getBytes(StandardCharsets.UTF_8));
            }
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, out.size());
            exchange.getResponseBody().write(out.toByteArray());
        });
        assertEquals(HTML, new String(fetched("/gzip").body().array(), StandardCharsets.UTF_8));
    }

    @Test
    void refusesATypeThatItCannotRead() {
        site.on("/pdf", new Bytes("application/pdf", ByteBuffer.wrap("%PDF-1.7".getBytes(StandardCharsets.UTF_8))));
        Failed failed = failed("/pdf", FailureReason.UNSUPPORTED_TYPE);
        assertTrue(failed.detail().contains("application/pdf"), failed.detail());
    }

    @Test
    void saysTheStatusAndHowLongToStayAway() {
        site.on("/busy", exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "120");
            exchange.sendResponseHeaders(429, -1);
        });
        Failed failed = failed("/busy", FailureReason.HTTP_STATUS);
        assertEquals(429, failed.status());
        assertEquals(Duration.ofMinutes(2), failed.retryAfter());
    }

    @Test
    void readsRetryAfterAsSecondsOrAsADateOfADayAtMost() {
        Instant now = Instant.parse("2026-11-22T08:00:00Z");
        assertEquals(Duration.ofMinutes(1), RetryAfter.parse("Sun, 22 Nov 2026 08:01:00 GMT", now));
        assertEquals(Duration.ZERO, RetryAfter.parse("Sun, 22 Nov 2026 07:00:00 GMT", now));
        assertEquals(Duration.ofHours(24), RetryAfter.parse("999999", now));
        assertEquals(null, RetryAfter.parse("soon", now));
    }

    private static FetchedPage fetched(String path) {
        PageRequest request = PageRequest.page(uri(path), Validators.NONE);
        return assertInstanceOf(Fetched.class, FETCHER.fetch(request, HopGate.OPEN))
                .page();
    }

    private static Failed failed(String path, FailureReason reason) {
        PageRequest request = PageRequest.page(uri(path), Validators.NONE);
        Failed failed = assertInstanceOf(Failed.class, FETCHER.fetch(request, HopGate.OPEN));
        assertEquals(reason, failed.reason(), failed.detail());
        return failed;
    }

    private static URI uri(String path) {
        return URI.create(site.url(path));
    }

    private static PageFetcher fetcher(boolean allowPrivate, Duration deadline) {
        return new PageFetcher(new Settings(allowPrivate, deadline), Clock.systemUTC());
    }

    private record Closing(PageFetcher fetcher) implements AutoCloseable {
        @Override
        public void close() {
            fetcher.close();
        }
    }

    private record Settings(boolean allowPrivateAddresses, Duration deadline) implements FetchConfig {
        @Override
        public String userAgent() {
            return "clausewatch-test";
        }

        @Override
        public Duration connectTimeout() {
            return Duration.ofSeconds(2);
        }

        @Override
        public int redirects() {
            return 5;
        }

        @Override
        public int connectionsPerHost() {
            return 4;
        }
    }
}
