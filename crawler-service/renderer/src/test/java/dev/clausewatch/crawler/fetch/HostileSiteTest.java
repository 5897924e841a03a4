package dev.clausewatch.crawler.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.crawler.extract.Extraction.Extracted;
import dev.clausewatch.crawler.extract.Extraction.Rejected;
import dev.clausewatch.crawler.extract.Extractor;
import dev.clausewatch.crawler.fetch.FetchOutcome.Failed;
import dev.clausewatch.crawler.fetch.FetchOutcome.Fetched;
import dev.clausewatch.crawler.fetch.FetchOutcome.NotModified;
import dev.clausewatch.crawler.pdf.PdfDraft;
import dev.clausewatch.events.Limits;
import dev.clausewatch.events.Source;
import dev.clausewatch.runtime.net.GuardedDns;
import dev.clausewatch.runtime.net.PublicAddresses;
import dev.clausewatch.servers.Page;
import dev.clausewatch.servers.SiteServer;
import dev.clausewatch.servers.Status;
import dev.clausewatch.testing.site.AlwaysNotModified;
import dev.clausewatch.testing.site.BrotliBomb;
import dev.clausewatch.testing.site.Bytes;
import dev.clausewatch.testing.site.DrippingSocket;
import dev.clausewatch.testing.site.EndlessBody;
import dev.clausewatch.testing.site.GzipBomb;
import dev.clausewatch.testing.site.ManyHeaders;
import dev.clausewatch.testing.site.NoAnswer;
import dev.clausewatch.testing.site.Redirect;
import dev.clausewatch.testing.site.SlowDrip;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What sites do to a crawler, over real connections and up to the text: each ends with its reason, or is read all the same. */
class HostileSiteTest {

    private static final String TERMS = "<h1>Terms</h1><p>You may use the service.</p>";
    private static final String TEXT = "# Terms\n\nYou may use the service.\n";
    private static final Extractor EXTRACTOR = new Extractor();
    private static final InetAddress SITE = InetAddress.getLoopbackAddress();

    /** 127.0.0.1 plays the public site; every other address is judged as it is in the world. */
    private static final Names NAMES = new Names(new ConcurrentHashMap<>());

    private static final PageFetcher FETCHER = fetcher(Duration.ofSeconds(30), Clock.systemUTC());
    private static final PageFetcher HASTY = fetcher(Duration.ofMillis(500), Clock.systemUTC());

    @SuppressWarnings("NullAway.Init")
    private static SiteServer site;

    private record Names(Map<String, InetAddress> answers) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            InetAddress answer = answers.get(host);
            return answer == null ? SystemDefaultDnsResolver.INSTANCE.resolve(host) : new InetAddress[] {answer};
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

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
    void aSlowDripAndSilenceEndAtTheDeadline() {
        site.on("/drip", new SlowDrip(Duration.ofMillis(20))).on("/silent", new NoAnswer());
        assertEquals("timeout", result(HASTY, site.url("/drip")));
        assertEquals("timeout", result(HASTY, site.url("/silent")));
    }

    @Test
    void aHeadOrAHandshakeThatNeverEndsDoesSoToo() throws IOException {
        try (DrippingSocket dripping = DrippingSocket.start(Duration.ofMillis(20));
                ServerSocket silent = new ServerSocket(0, 50, SITE)) {
            assertEquals("timeout", result(HASTY, "http://127.0.0.1:" + dripping.port() + "/"));
            assertEquals("timeout", result(HASTY, "https://127.0.0.1:" + silent.getLocalPort() + "/"));
        }
    }

    @Test
    void tooManyHeadersOrTooLongOnesAreNotRead() {
        site.on("/many", new ManyHeaders(1_000, 10)).on("/long", new ManyHeaders(1, 20_000));
        assertEquals("too-large", result("/many"));
        assertEquals("too-large", result("/long"));
    }

    @Test
    void anEndlessBodyAndAPageThatIsTooLargeAreNotReadToTheirEnd() {
        site.on("/endless", new EndlessBody())
                .on("/20mb", new Bytes("text/html", ByteBuffer.allocate(2 * Limits.RAW_PAGE_BYTES)));
        assertEquals("too-large", result("/endless"));
        assertEquals("too-large", result("/20mb"));
    }

    @Test
    void bombsAreNotInflated() {
        site.on("/gzip", new GzipBomb(1024 * 1024 * 1024))
                .on("/small", new GzipBomb(5 * 1024 * 1024))
                .on("/br", new BrotliBomb());
        assertEquals("too-large", result("/gzip"));
        assertEquals("too-large", result("/small"));
        assertEquals("too-large", result("/br"));
    }

    @Test
    void aCompressedBodyThatIsNoneIsAFailure() {
        for (String encoding : List.of("gzip", "br")) {
            site.on("/" + encoding, exchange -> {
                exchange.getResponseHeaders().add("Content-Encoding", encoding);
                new Bytes("text/html", ByteBuffer.wrap(TERMS.getBytes(StandardCharsets.UTF_8))).handle(exchange);
            });
            assertEquals("connection-lost", result("/" + encoding));
        }
    }

    @Test
    void redirectsThatGoInACircleAreNotFollowed() {
        site.on("/a", new Redirect("/b")).on("/b", new Redirect("/a"));
        assertEquals("too-many-redirects", result("/a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data/",
                "http://10.0.0.7/",
                "http://127.0.0.2/",
                "http://[::1]/",
                "http://[::ffff:10.0.0.7]/",
                "http://2130706434/",
                "http://0/",
                "https://192.168.1.1:8443/terms"
            })
    void aRedirectToAPrivateAddressIsNotFollowed(String address) {
        site.on("/inwards", new Redirect(address));
        assertEquals("forbidden-address", result("/inwards"));
    }

    @Test
    void aNameThatLeadsToAPrivateAddressNextTimeIsNotFollowedThere() throws UnknownHostException {
        site.on("/terms", exchange -> {
            exchange.getResponseHeaders().add("Connection", "close");
            new Page(TERMS).handle(exchange);
        });
        String url = "http://rebinding.example:" + site.port() + "/terms";
        NAMES.answers().put("rebinding.example", SITE);
        assertEquals(TEXT, result(FETCHER, url));
        NAMES.answers().put("rebinding.example", InetAddress.getByName("127.0.0.2"));
        assertEquals("forbidden-address", result(FETCHER, url));
    }

    @Test
    void aWrongCharsetIsFoundOut() {
        byte[] page = "<p>“Services” for 5 €</p>".getBytes(Charset.forName("windows-1252"));
        site.on("/said-utf-8", new Bytes("text/html; charset=utf-8", ByteBuffer.wrap(page)))
                .on("/said-nonsense", new Bytes("text/html; charset=klingon", ByteBuffer.wrap(page)));
        assertEquals("“Services” for 5 €\n", result("/said-utf-8"));
        assertEquals("“Services” for 5 €\n", result("/said-nonsense"));
    }

    @Test
    void aWrongTypeIsFoundOut() {
        byte[] page = ("<!doctype html>" + TERMS).getBytes(StandardCharsets.UTF_8);
        byte[] zip = {'P', 'K', 3, 4, 20, 0, 0, 0};
        site.on("/download", new Bytes("application/octet-stream", ByteBuffer.wrap(page)))
                .on("/text", new Bytes("text/plain", ByteBuffer.wrap(page)))
                .on("/zip", new Bytes("text/html", ByteBuffer.wrap(zip)))
                .on("/image", new Bytes("image/png", ByteBuffer.wrap(page)));
        assertEquals(TEXT, result("/download"));
        assertEquals(TEXT, result("/text"));
        byte[] pdf = new PdfDraft()
                .bold(20, "Terms")
                .gap()
                .lines("You may use the service.")
                .bytes();
        site.on("/pdf", new Bytes("text/html", ByteBuffer.wrap(pdf)));
        assertEquals(TEXT, result("/pdf"));
        assertEquals("unsupported-type", result("/zip"));
        assertEquals("unsupported-type", result("/image"));
    }

    @Test
    void a304ThatNobodyAskedForIsAFailure() {
        site.on("/304", new Status(304));
        assertEquals("http-status", result("/304"));
    }

    @Test
    void aServerThatAlwaysAnswers304IsNotBelievedForEver() {
        Page page = new Page(TERMS);
        site.on("/broken", new AlwaysNotModified(page));
        PageRequest first = PageRequest.page(URI.create(site.url("/broken")), Validators.NONE);
        Validators validators =
                ((Fetched) FETCHER.fetch(first, RequestGate.OPEN)).page().validators();
        PageRequest again = PageRequest.page(first.url(), validators);
        page.change("<p>You may not.</p>");
        assertTrue(FETCHER.fetch(again, RequestGate.OPEN) instanceof NotModified);
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(6));
        PageFetcher sixDaysLater = fetcher(Duration.ofSeconds(10), later);
        assertEquals("You may not.\n", text(sixDaysLater.fetch(again, RequestGate.OPEN)));
        sixDaysLater.close();
    }

    @Test
    void whatAPageGaveIsNotShownToThePageItRedirectsToNow() {
        site.on("/old", new Page(TERMS)).on("/new", new AlwaysNotModified(new Page("<p>Another document.</p>")));
        PageRequest first = PageRequest.page(URI.create(site.url("/old")), Validators.NONE);
        Validators validators =
                ((Fetched) FETCHER.fetch(first, RequestGate.OPEN)).page().validators();
        site.on("/old", new Redirect("/new"));
        assertEquals(
                "Another document.\n",
                text(FETCHER.fetch(PageRequest.page(first.url(), validators), RequestGate.OPEN)));
    }

    @Test
    void aPageNestedAHundredThousandTimesIsRead() {
        site.on("/deep", new Page("<div>".repeat(100_000) + TERMS));
        assertEquals(TEXT, result("/deep"));
    }

    private static String result(String path) {
        return result(FETCHER, site.url(path));
    }

    private static String result(PageFetcher fetcher, String url) {
        return text(fetcher.fetch(PageRequest.page(URI.create(url), Validators.NONE), RequestGate.OPEN));
    }

    /** The text of a page, or the code of the reason why there is none. */
    private static String text(FetchOutcome outcome) {
        return switch (outcome) {
            case Failed failed -> failed.reason().code();
            case NotModified same -> "not modified";
            case Fetched(FetchedPage page) -> {
                var input = new dev.clausewatch.crawler.extract.Page(
                        page.body(),
                        page.mediaType(),
                        page.charset(),
                        page.finalUrl().toString());
                yield switch (EXTRACTOR.extract(input, new Source(site.url("/"), List.of(), List.of(), false))) {
                    case Extracted extracted -> extracted.text();
                    case Rejected rejected -> rejected.reason().code();
                };
            }
        };
    }

    private static PageFetcher fetcher(Duration deadline, Clock clock) {
        GuardedDns names = new GuardedDns(address -> address.equals(SITE) || PublicAddresses.contains(address), NAMES);
        return new PageFetcher(TestSettings.of(false, deadline), clock, names);
    }
}
