package dev.clausewatch.crawler.render;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.clausewatch.crawler.FailureReason;
import dev.clausewatch.crawler.fetch.FetchOutcome;
import dev.clausewatch.crawler.fetch.FetchOutcome.Failed;
import dev.clausewatch.crawler.fetch.FetchOutcome.Fetched;
import dev.clausewatch.crawler.fetch.FetchSettings;
import dev.clausewatch.crawler.fetch.FetchedPage;
import dev.clausewatch.crawler.fetch.PageFetcher;
import dev.clausewatch.crawler.fetch.RequestGate;
import dev.clausewatch.crawler.fetch.TestSettings;
import dev.clausewatch.events.Selector;
import dev.clausewatch.events.Source;
import dev.clausewatch.runtime.net.GuardedDns;
import dev.clausewatch.servers.Page;
import dev.clausewatch.servers.SiteServer;
import dev.clausewatch.testing.site.Bytes;
import dev.clausewatch.testing.site.EndlessBody;
import dev.clausewatch.testing.site.NoAnswer;
import dev.clausewatch.testing.site.Redirect;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With the machine's Chromium, on loopback: the host {@code 127.0.0.1} counts as public here, and no other name does. */
@Timeout(60)
class PageRendererTest {

    private static final String TERMS = "You may use the service as long as these terms allow it.";
    private static final FetchSettings FETCH = TestSettings.of(true, Duration.ofSeconds(30));

    @SuppressWarnings("NullAway.Init")
    private static SiteServer site;

    @SuppressWarnings("NullAway.Init")
    private static PageFetcher fetcher;

    @SuppressWarnings("NullAway.Init")
    private static PageRenderer renderer;

    @BeforeAll
    static void start() throws IOException {
        fetcher = new PageFetcher(FETCH, Clock.systemUTC());
        renderer = renderer(new SettingsDraft()
                .pageMebibytes(3)
                .settle(Duration.ofSeconds(4))
                .deadline(Duration.ofSeconds(15)));
        site = SiteServer.start();
        if (renderer.missing().isPresent()) {
            System.err.println(
                    "SKIPPED: no page is rendered. " + renderer.missing().get());
        }
        assumeTrue(renderer.missing().isEmpty(), "there is no browser");
    }

    @AfterAll
    static void stop() {
        renderer.close();
        site.close();
    }

    @Test
    void readsAPageThatItsScriptsFill() {
        site.on("/app.js", new Bytes("text/javascript", bytes("""
                fetch("/api/terms").then(answer => answer.json()).then(terms => {
                  document.getElementById("root").innerHTML = "<main><h1>Terms</h1><p>" + terms.text + "</p></main>";
                });""")));
        site.on("/api/terms", new Bytes("application/json", bytes("{\"text\": \"" + TERMS + "\"}")));
        site.on("/filled", page("<div id=root></div><script src=/app.js></script>"));
        FetchedPage page = rendered("/filled");
        assertTrue(html(page).contains("<main><h1>Terms</h1><p>" + TERMS), html(page));
        assertEquals(uri("/filled"), page.finalUrl());
        assertEquals("text/html", page.mediaType());
        assertEquals("utf-8", page.charset());
        assertNull(page.validators().etag());
        assertTrue(String.valueOf(page.renderedBy()).matches("Chromium \\d+\\..*"), page.renderedBy());
    }

    @Test
    void asksForTheMainDocumentOnceAndForNoPictures() {
        site.on(
                "/once",
                page("<p>" + TERMS + "</p><img src=/picture.png><style>body{background:url(/back.png)}</style>"));
        rendered("/once");
        assertEquals(
                List.of("/once"),
                site.requests().stream()
                        .filter(List.of("/once", "/picture.png", "/back.png")::contains)
                        .toList());
    }

    @Test
    void waitsForWhatIsSelected() {
        site.on(
                "/late",
                page("<p>Loading</p><script>setTimeout(() => document.body.innerHTML = '<article>" + TERMS
                        + "</article>', 2000)</script>"));
        Source source = new Source(
                site.url("/late"),
                List.of(Selector.css("article"), Selector.css("p:containsOwn(known to jsoup only)")),
                List.of(),
                true);
        assertTrue(html(rendered(source)).contains("<article>" + TERMS));
    }

    @Test
    void takesAPageThatNeverRestsAsItIs() {
        site.on(
                "/clock",
                page("<p>" + TERMS + "</p><b></b><script>setInterval(() => "
                        + "document.querySelector('b').textContent = performance.now(), 20)</script>"));
        assertTrue(html(rendered("/clock")).contains(TERMS));
    }

    @Test
    void putsOpenShadowRootsInTheirPlace() {
        site.on("/shadow", page("""
                <x-terms><p>slotted</p></x-terms><script>
                customElements.define("x-terms", class extends HTMLElement {
                  constructor() { super(); this.attachShadow({mode: "open"}).innerHTML = "<h1>inside</h1><slot></slot>"; }
                });</script>"""));
        String html = html(rendered("/shadow"));
        assertTrue(html.contains("<x-terms><h1>inside</h1><slot><p>slotted</p></slot></x-terms>"), html);
    }

    @Test
    void reachesOnlyAddressesThatItMay() throws IOException {
        try (SiteServer secret = SiteServer.start()) {
            secret.on("/", page("secret"));
            String there = "http://localhost:" + secret.port() + "/";
            site.on("/away", new Redirect(there));
            site.on("/spy", page("""
                    <p>%1$s</p><script src="%2$sscript"></script><link rel=stylesheet href="%2$sstyle"><iframe src="%2$sframe"></iframe>
                    <link rel=dns-prefetch href="%2$s"><link rel=preconnect href="%2$s">
                    <script>
                      window.open("%2$sopened");
                      navigator.sendBeacon("%2$sbeacon", "x");
                      new Image().src = "%2$simage";
                      try { new WebSocket("ws://localhost:%3$d/socket"); } catch {}
                      const all = ["%2$sfetched", "/away", "http://[::1]:%3$d/six", "http://169.254.169.254/latest/meta-data"];
                      Promise.allSettled(all.map(url => fetch(url, {mode: "no-cors"}))).then(() => document.body.append("asked"));
                    </script>""".formatted(TERMS, there, secret.port())));
            String html = html(rendered("/spy"));
            assertTrue(html.contains(TERMS) && html.endsWith("asked</body></html>"), html);
            assertTrue(site.requests().contains("/away"));
            assertEquals(List.of(), secret.requests());
        }
    }

    @Test
    void sendsNothingPastTheProxy() throws IOException {
        try (DatagramSocket stun = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            stun.setSoTimeout(100);
            site.on("/rtc", page("""
                    <p>%s</p><iframe srcdoc="<p>frame"></iframe><script>
                    for (const view of [window, frames[0]]) try {
                      const peer = new view.RTCPeerConnection({iceServers: [{urls: "stun:127.0.0.1:%d"}]});
                      peer.createDataChannel("x");
                      peer.createOffer().then(offer => peer.setLocalDescription(offer));
                    } catch (e) { document.body.append(" " + e); }</script>""".formatted(TERMS, stun.getLocalPort())));
            assertTrue(html(rendered("/rtc")).contains(TERMS));
            try {
                stun.receive(new DatagramPacket(new byte[100], 100));
                throw new AssertionError("a packet came");
            } catch (SocketTimeoutException e) {
                // As it should be.
            }
        }
    }

    @Test
    void fetchesTheAddressThatScriptsLeadToThroughTheGate() {
        site.on("/from", page("<script>location.replace('/to')</script>")).on("/to", page("<p>" + TERMS));
        List<URI> asked = new ArrayList<>();
        FetchOutcome outcome = renderer.fetch(source("/from"), url -> {
            asked.add(url);
            return null;
        });
        assertEquals(uri("/to"), assertInstanceOf(Fetched.class, outcome).page().finalUrl());
        assertEquals(List.of(uri("/from"), uri("/to")), asked);

        Failed failed = assertInstanceOf(
                Failed.class,
                renderer.fetch(
                        source("/from"),
                        url -> url.equals(uri("/to"))
                                ? new Failed(FailureReason.ROBOTS_DISALLOWED, "robots.txt says no.", url)
                                : null));
        assertEquals(FailureReason.ROBOTS_DISALLOWED, failed.reason());
    }

    @Test
    void stopsWhenScriptsLeadInACircle() {
        site.on("/round", page("<script>location.href = '/and-round'</script>"));
        site.on("/and-round", page("<meta http-equiv=refresh content='0;url=/round'>"));
        Failed failed = failed("/round");
        assertEquals(FailureReason.TOO_MANY_REDIRECTS, failed.reason(), failed.detail());
    }

    @Test
    void staysWithThePageWhenScriptsLeadToAFile() {
        site.on(
                "/file",
                page("<p>" + TERMS + "</p><script>try { location.href = 'file:///etc/passwd' } catch {}"
                        + "setTimeout(() => location.href = 'data:text/html,other', 100)</script>"));
        FetchedPage page = rendered("/file");
        assertEquals(uri("/file"), page.finalUrl());
        assertTrue(html(page).contains(TERMS));
    }

    @Test
    void staysWithThePageWhenAFormIsSent() {
        site.on(
                "/form",
                page("<p>" + TERMS
                        + "</p><form method=post action=/sent></form><script>document.forms[0].submit()</script>"));
        assertTrue(html(rendered("/form")).contains(TERMS));
        assertFalse(site.requests().contains("/sent"));
    }

    @Test
    void failsForAPageThatLoadsWithoutEnd() {
        site.on("/endless", new EndlessBody());
        site.on(
                "/greedy",
                page("<p>" + TERMS + "</p><script>(async () => { while (true) {"
                        + "try { await (await fetch('/endless')).text() } catch {} } })()</script>"));
        Failed failed = failed("/greedy");
        assertEquals(FailureReason.TOO_LARGE, failed.reason(), failed.detail());
    }

    @Test
    void failsForAPageThatGrowsTooLarge() {
        site.on("/huge", page("<script>document.body.append('x'.repeat(12e6))</script>"));
        assertEquals(FailureReason.TOO_LARGE, failed("/huge").reason());
    }

    @Test
    void endsAPageThatIsNeverReadyAndRendersTheNext() {
        site.on("/never.js", new NoAnswer());
        site.on("/hangs", page("<script src=/never.js></script>"));
        site.on(
                "/spins",
                page("<p>" + TERMS + "</p><script>onload = () => setTimeout(() => { while (true) {} }, 50)</script>"));
        site.on("/fine", page("<p>" + TERMS));
        try (PageRenderer hasty = renderer(new SettingsDraft().deadline(Duration.ofSeconds(8)))) {
            for (String path : List.of("/hangs", "/spins")) {
                Failed failed = assertInstanceOf(Failed.class, hasty.fetch(source(path), RequestGate.OPEN), path);
                assertEquals(FailureReason.RENDER_TIMEOUT, failed.reason(), failed.detail());
            }
            assertInstanceOf(Fetched.class, hasty.fetch(source("/fine"), RequestGate.OPEN));
        }
    }

    @Test
    void endsABrowserThatTakesTooMuchMemory() {
        site.on(
                "/hog",
                page("<script>const all = []; for (let i = 0; i < 50; i++) all.push(new"
                        + " Uint8Array(4e7).fill(1))</script>"));
        try (PageRenderer frugal = renderer(new SettingsDraft().memoryMebibytes(400))) {
            Failed failed = assertInstanceOf(Failed.class, frugal.fetch(source("/hog"), RequestGate.OPEN));
            assertEquals(FailureReason.RENDER_FAILED, failed.reason());
            assertTrue(failed.detail().contains("memory"), failed.detail());
        }
    }

    @Test
    void leavesNoProcessAndKeepsTheEnvironmentToItself() {
        site.on("/last", page("<p>" + TERMS));
        List<ProcessHandle> before = ProcessHandle.current().descendants().toList();
        List<ProcessHandle> started;
        try (PageRenderer own = renderer(new SettingsDraft())) {
            assertInstanceOf(Fetched.class, own.fetch(source("/last"), RequestGate.OPEN));
            started = ProcessHandle.current()
                    .descendants()
                    .filter(process -> !before.contains(process))
                    .toList();
            assertTrue(started.size() > 2, started.toString());
            for (ProcessHandle process : started) {
                assertFalse(environment(process).contains("JAVA_HOME=/"), process::toString);
            }
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> started.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void endsABrowserThatHasNothingToDo() {
        site.on("/idle", page("<p>" + TERMS));
        List<ProcessHandle> before = ProcessHandle.current().descendants().toList();
        try (PageRenderer own = renderer(new SettingsDraft().idle(Duration.ofMillis(200)))) {
            assertInstanceOf(Fetched.class, own.fetch(source("/idle"), RequestGate.OPEN));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> ProcessHandle.current().descendants().allMatch(before::contains));
            assertInstanceOf(Fetched.class, own.fetch(source("/idle"), RequestGate.OPEN));
        }
    }

    @Test
    void replacesABrowserThatDied() {
        site.on("/again", page("<p>" + TERMS));
        List<ProcessHandle> before = ProcessHandle.current().descendants().toList();
        try (PageRenderer own = renderer(new SettingsDraft())) {
            assertInstanceOf(Fetched.class, own.fetch(source("/again"), RequestGate.OPEN));
            ProcessHandle.current()
                    .descendants()
                    .filter(process -> !before.contains(process))
                    .filter(process -> process.info().command().orElse("").contains("chrom"))
                    .forEach(ProcessHandle::destroyForcibly);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> ProcessHandle.current()
                            .descendants()
                            .noneMatch(process -> !before.contains(process)
                                    && process.info().command().orElse("").contains("chrom")));
            assertInstanceOf(Fetched.class, own.fetch(source("/again"), RequestGate.OPEN));
        }
    }

    @Test
    void saysWhatToInstallWhenThereIsNoBrowser() {
        try (PageRenderer none = renderer(new SettingsDraft().browser("/nowhere/chromium"))) {
            Failed failed = assertInstanceOf(Failed.class, none.fetch(source("/any"), RequestGate.OPEN));
            assertEquals(FailureReason.NO_BROWSER, failed.reason());
            assertTrue(
                    failed.detail().contains("/nowhere/chromium")
                            && failed.detail().contains("apt-get"),
                    failed.detail());
        }
    }

    private static String environment(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/environ"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            // It ended meanwhile.
            return "";
        }
    }

    private static PageRenderer renderer(SettingsDraft draft) {
        DnsResolver only127 = new OnlyLiteral("127.0.0.1");
        return new PageRenderer(draft.settings(), FETCH, fetcher, Clock.systemUTC(), page -> only127);
    }

    private static Page page(String body) {
        return new Page("<!DOCTYPE html><html><head><title>Page</title></head><body>" + body + "</body></html>");
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static URI uri(String path) {
        return URI.create(site.url(path));
    }

    private static Source source(String path) {
        return new Source(site.url(path), List.of(), List.of(), true);
    }

    private static FetchedPage rendered(String path) {
        return rendered(source(path));
    }

    private static FetchedPage rendered(Source source) {
        FetchOutcome outcome = renderer.fetch(source, RequestGate.OPEN);
        return assertInstanceOf(Fetched.class, outcome, outcome::toString).page();
    }

    private static Failed failed(String path) {
        FetchOutcome outcome = renderer.fetch(source(path), RequestGate.OPEN);
        return assertInstanceOf(Failed.class, outcome, outcome::toString);
    }

    private static String html(FetchedPage page) {
        return new String(page.body().array(), StandardCharsets.UTF_8);
    }

    private record OnlyLiteral(String host) implements DnsResolver {
        @Override
        public InetAddress[] resolve(String asked) throws UnknownHostException {
            return new GuardedDns(asked.equals(host)).resolve(asked);
        }

        @Override
        public String resolveCanonicalHostname(String asked) {
            return asked;
        }
    }
}
