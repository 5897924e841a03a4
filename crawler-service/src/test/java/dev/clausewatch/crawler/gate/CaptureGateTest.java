package dev.clausewatch.crawler.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.crawler.FailureReason;
import dev.clausewatch.crawler.RawBytes;
import dev.clausewatch.crawler.extract.Page;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureGateTest {

    private static final URI TERMS = URI.create("https://nimbus.example/legal/terms");

    /** As long as the shortest real terms are. */
    private static final String CLAUSES =
            "<p>You may use the service for as long as you keep to these terms and pay what you owe for it.</p>"
                    .repeat(30);

    private static final String MENU = "<nav>" + "<a href='/x'>Products and prices</a> ".repeat(200) + "</nav>";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BOT_WALL         | <title>Just a moment...</title><p>Enable JavaScript and cookies to continue</p>
            BOT_WALL         | <title>nimbus.example</title><p>Please verify you are a human</p><div id='px-captcha'></div>
            BOT_WALL         | <title>Access Denied</title><h1>Access Denied</h1><p>You don’t have permission to access this page. Reference #18.2f3a</p>
            BOT_WALL         | <p>Our systems have detected unusual traffic from your computer network.</p><form id='captcha-form'></form>
            LOGIN_WALL       | <title>Nimbus</title><h1>Log in</h1><form><input type='email'><input type='password'></form>
            LOGIN_WALL       | <h1>Welcome</h1><p>Please sign in to view this page.</p>
            CONSENT_WALL     | <title>Before you continue</title><p>We use cookies and data.</p><button>Accept all</button>
            CONSENT_WALL     | <div><p>We and our 812 partners store and access cookies on your device.</p><button>Reject all</button></div>
            NOT_FOUND_PAGE   | <title>Page not found · Nimbus</title><h1>Nothing here</h1>
            NOT_FOUND_PAGE   | <title>Nimbus</title><h1>404</h1><p>Go home</p>
            NOT_FOUND_PAGE   | <title>Nimbus</title><h2>This page isn’t available right now</h2><p>The link may be broken.</p>
            NOT_FOUND_PAGE   | <title>Seite nicht gefunden</title><p>Zur Startseite</p>
            MAINTENANCE_PAGE | <title>Nimbus is down for maintenance</title><p>Check back soon.</p>
            MAINTENANCE_PAGE | <h1>We’ll be right back</h1>
            ERROR_PAGE       | <h1>Internal Server Error</h1>
            ERROR_PAGE       | <title>Nimbus</title><p>Something went wrong. Please reload the page.</p>
            REDIRECTED_ELSEWHERE | <title>Redirecting to legal.nimbus.example</title><p>Redirecting</p>
            """)
    void aWallIsRefusedAndNamedWithWhatWasSeen(FailureReason reason, String html) {
        Refusal refusal = judge(html + MENU, "").orElseThrow();
        assertEquals(reason, refusal.reason());
        assertTrue(refusal.detail().contains("it has "), refusal::detail);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <title>Cookie consent and your privacy choices</title><h1>Cookies</h1><p>We use cookies. You can accept all cookies.</p>
            <title>Log in rules · Terms</title><h1>Log in and accounts</h1><input type='password'>
            <title>Maintenance policy</title><h1>The service may be temporarily unavailable</h1>
            <title>Acceptable use</title><p>You must not solve a captcha automatically. Verify you are a human. Ray ID: 12</p>
            <title>Copyright</title><h1>When a page was not found</h1><p>Something went wrong.</p>
            """)
    void aLongTextIsADocumentWhateverItTalksAbout(String html) {
        String page = html + CLAUSES;
        assertEquals(Optional.empty(), judge(page, CLAUSES.replaceAll("<[^>]+>", " ")));
        // Even when the selector finds only a little of it.
        assertEquals(Optional.empty(), judge(page, "You may use the service.\n"));
    }

    @Test
    void aShortDocumentPasses() {
        String text = "# Imprint\n\nNimbus Chat GmbH, 1 Example Street, Berlin. Managing director: A. Person.\n";
        assertEquals(
                Optional.empty(),
                judge(
                        "<title>Imprint</title><main><h1>Imprint</h1><p>Nimbus Chat GmbH, 1 Example Street</p></main>",
                        text));
    }

    @Test
    void aLoginFieldInTheHeaderOfAShortDocumentIsNoWall() {
        String html = "<title>Imprint</title><header><form><input name='user'></form></header>"
                + "<main><h1>Imprint</h1><p>Nimbus Chat GmbH, 1 Example Street, Berlin.</p></main>";
        assertEquals(Optional.empty(), judge(html, "# Imprint\n\nNimbus Chat GmbH, 1 Example Street, Berlin.\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"# Terms of Service\n", "# Legal\n\n- [Terms](https://nimbus.example/legal/terms)\n"})
    void headingsAndLinksAloneAreNoDocument(String text) {
        assertEquals(
                FailureReason.EMPTY_TEXT,
                judge("<h1>Legal</h1>", text).orElseThrow().reason());
    }

    @Test
    void anEmptiedShellIsRefused() {
        String shell = "<title>Nimbus</title><div id='root'></div><noscript>This needs JavaScript.</noscript>"
                + "<script src='/a.js'></script>";
        assertEquals(FailureReason.EMPTY_SHELL, judge(shell, "").orElseThrow().reason());
    }

    @Test
    void aPlainTextThatSaysNothingWasFoundIsRefused() {
        assertEquals(
                FailureReason.NOT_FOUND_PAGE,
                CaptureGate.judge(page("404: Not Found", "text/plain"), "404: Not Found\n", at(TERMS))
                        .orElseThrow()
                        .reason());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            https://nimbus.example/, REDIRECTED_ELSEWHERE
            https://www.nimbus.example/en-gb/, REDIRECTED_ELSEWHERE
            https://nimbus.example/legal/privacy-policy, REDIRECTED_ELSEWHERE
            https://nimbus.example/login?next=%2Flegal%2Fterms, LOGIN_WALL
            https://accounts.nimbus.example/signin/v2, LOGIN_WALL
            https://consent.nimbus.example/m?continue=x, CONSENT_WALL
            https://nimbus.example/404, NOT_FOUND_PAGE
            https://nimbus.example/error/page-not-found.html, NOT_FOUND_PAGE
            """)
    void aRedirectAwayFromTheDocumentIsRefused(URI answered, FailureReason reason) {
        Refusal refusal = CaptureGate.judge(page(CLAUSES, "text/html"), CLAUSES, new Address(TERMS, answered, Set.of()))
                .orElseThrow();
        assertEquals(reason, refusal.reason());
        assertTrue(refusal.detail().contains(answered.toString()), refusal::detail);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            https://nimbus.example/legal/terms/
            https://www.nimbus.example/legal/terms
            https://nimbus.example/en-us/legal/terms
            https://nimbus.example/legal/terms.html
            https://legal.nimbus.example/terms-of-service/2026
            https://nimbus.example/policies/user-agreement
            https://nimbus.example/legal/terms?lang=en
            """)
    void aDocumentMayMove(URI answered) {
        assertEquals(
                Optional.empty(),
                CaptureGate.judge(page(CLAUSES, "text/html"), CLAUSES, new Address(TERMS, answered, Set.of())));
    }

    @Test
    void whereItWasGoodBeforeItStaysGood() {
        URI home = URI.create("https://nimbus.example/");
        assertEquals(
                Optional.empty(),
                CaptureGate.judge(page(CLAUSES, "text/html"), CLAUSES, new Address(TERMS, home, Set.of(home))));
    }

    private static Optional<Refusal> judge(String html, String text) {
        return CaptureGate.judge(page(html, "text/html"), text, at(TERMS));
    }

    private static Address at(URI url) {
        return new Address(url, url, Set.of());
    }

    private static Page page(String body, String mediaType) {
        return new Page(new RawBytes(body.getBytes(StandardCharsets.UTF_8)), mediaType, "utf-8", TERMS.toString());
    }
}
