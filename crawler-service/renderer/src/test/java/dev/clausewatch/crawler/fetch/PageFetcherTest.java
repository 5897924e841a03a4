package dev.clausewatch.crawler.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.crawler.FailureReason;
import dev.clausewatch.crawler.fetch.FetchOutcome.Failed;
import dev.clausewatch.crawler.fetch.FetchOutcome.Fetched;
import dev.clausewatch.crawler.fetch.FetchOutcome.NotModified;
import dev.clausewatch.servers.Page;
import dev.clausewatch.servers.SiteServer;
import dev.clausewatch.testing.site.Bytes;
import dev.clausewatch.testing.site.Redirect;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageFetcherTest {

    private static final String HTML = "<p>Terms</p>";

    @SuppressWarnings("NullAway.Init")
    private static SiteServer site;

    private static final PageFetcher FETCHER = fetcher(true, Duration.ofSeconds(10));

    @BeforeAll
    static void start() throws IOException {
        site = SiteServer.start();
    }

    @AfterAll
    static void stop() {
        site.close();
        FETCHER.close();
    }

    @Test
    void fetchesAPageAndKeepsWhatTheServerSaid() {
        site.on("/ok", new Page(HTML));
        FetchedPage page = fetched("/ok");
        assertEquals("text/html", page.mediaType());
        assertEquals("utf-8", page.charset());
        assertEquals(HTML, new String(page.body().array(), StandardCharsets.UTF_8));
        assertEquals(page.headers().get("etag"), page.validators().etag());
    }

    @Test
    void asksOnlyWhetherAKnownPageChanged() {
        Page page = new Page(HTML);
        site.on("/known", page);
        Validators validators = fetched("/known").validators();
        PageRequest again = PageRequest.page(uri("/known"), validators);
        assertInstanceOf(NotModified.class, FETCHER.fetch(again, RequestGate.OPEN));
        page.change("<p>New terms</p>");
        assertInstanceOf(Fetched.class, FETCHER.fetch(again, RequestGate.OPEN));
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
        RequestGate gate = url ->
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
            Failed failed = assertInstanceOf(Failed.class, guarded.fetcher.fetch(request, RequestGate.OPEN));
            assertEquals(FailureReason.FORBIDDEN_ADDRESS, failed.reason());
        }
    }

    @Test
    void namesAHostWithoutAddress() {
        PageRequest request = PageRequest.page(URI.create("http://no-such-host.invalid/"), Validators.NONE);
        assertEquals(
                FailureReason.DNS,
                assertInstanceOf(Failed.class, FETCHER.fetch(request, RequestGate.OPEN))
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
                assertInstanceOf(Failed.class, FETCHER.fetch(request, RequestGate.OPEN))
                        .reason());
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
    void readsAPageInBrotli() {
        byte[] packed =
                Base64.getDecoder().decode("CxaAPGgxPlRlcm1zPC9oMT48cD5Zb3UgbWF5IHVzZSB0aGUgc2VydmljZS48L3A+Aw==");
        site.on("/br", exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "br");
            new Bytes("text/html", ByteBuffer.wrap(packed)).handle(exchange);
        });
        byte[] page = fetched("/br").body().array();
        assertEquals("<h1>Terms</h1><p>You may use the service.</p>", new String(page, StandardCharsets.UTF_8));
    }

    @Test
    void readsAPageAsItsBytesSayWhereTheHeaderContradictsThem() {
        ByteBuffer page = ByteBuffer.wrap("<!doctype html><p>Terms".getBytes(StandardCharsets.UTF_8));
        site.on("/download", new Bytes("application/octet-stream", page));
        assertEquals("text/html", fetched("/download").mediaType());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Monitor (+https://e.example/robot)", "Monitor terms@e.example", "x <robot@e.example>"})
    void takesAUserAgentWithAnAddressToWriteTo(String userAgent) {
        new PageFetcher(TestSettings.of(true, Duration.ofSeconds(1), userAgent), Clock.systemUTC()).close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Monitor/1.0", "Monitor (+https://)", "me@home", ""})
    void refusesAUserAgentWithoutOne(String userAgent) {
        FetchSettings settings = TestSettings.of(true, Duration.ofSeconds(1), userAgent);
        var refused = assertThrows(IllegalArgumentException.class, () -> new PageFetcher(settings, Clock.systemUTC()));
        assertTrue(refused.toString().contains("clausewatch.fetch.user-agent is"), refused.toString());
    }

    @Test
    void refusesATypeThatItCannotRead() {
        site.on("/json", new Bytes("application/json", ByteBuffer.wrap("{}".getBytes(StandardCharsets.UTF_8))));
        Failed failed = failed("/json", FailureReason.UNSUPPORTED_TYPE);
        assertTrue(failed.detail().contains("application/json"), failed.detail());
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
    void staysAwayForADayAtMost() {
        site.on("/busy", exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "999999");
            exchange.sendResponseHeaders(503, -1);
        });
        assertEquals(
                Duration.ofHours(24), failed("/busy", FailureReason.HTTP_STATUS).retryAfter());
    }

    private static FetchedPage fetched(String path) {
        PageRequest request = PageRequest.page(uri(path), Validators.NONE);
        return assertInstanceOf(Fetched.class, FETCHER.fetch(request, RequestGate.OPEN))
                .page();
    }

    private static Failed failed(String path, FailureReason reason) {
        PageRequest request = PageRequest.page(uri(path), Validators.NONE);
        Failed failed = assertInstanceOf(Failed.class, FETCHER.fetch(request, RequestGate.OPEN));
        assertEquals(reason, failed.reason(), failed.detail());
        return failed;
    }

    private static URI uri(String path) {
        return URI.create(site.url(path));
    }

    private static PageFetcher fetcher(boolean allowPrivate, Duration deadline) {
        return new PageFetcher(TestSettings.of(allowPrivate, deadline), Clock.systemUTC());
    }

    private record Closing(PageFetcher fetcher) implements AutoCloseable {
        @Override
        public void close() {
            fetcher.close();
        }
    }
}
