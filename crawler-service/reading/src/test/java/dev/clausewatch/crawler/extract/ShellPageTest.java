package dev.clausewatch.crawler.extract;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.crawler.RawBytes;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ShellPageTest {

    private static final String SCRIPTS =
            "<script src=/a.js></script><script type=module src=/b.js></script><script>start()</script>";
    private static final String CLAUSE = "You may use the service as long as these terms allow it. ";

    @Test
    void anEmptyRootThatScriptsFillIsAShell() {
        assertTrue(shell("<div id=root></div><script src=/app.js></script>", ""));
        assertTrue(shell("<app-root>Loading…</app-root><script src=/app.js></script>", "Loading…"));
    }

    @Test
    void aPageThatAsksForScriptsIsAShell() {
        assertTrue(shell("<noscript>Please enable JavaScript.</noscript><div></div><script src=/app.js></script>", ""));
    }

    @Test
    void aPageWithNothingToReadAndManyScriptsIsAShell() {
        assertTrue(shell("<main></main>" + SCRIPTS, ""));
    }

    @Test
    void theFrameOfAPageIsNoDocument() {
        String frame = "<header>" + CLAUSE.repeat(50) + "</header><footer>" + CLAUSE.repeat(50) + "</footer>";
        assertTrue(shell(frame + "<div id=app></div>" + SCRIPTS, ""));
    }

    @Test
    void aPageWithTextIsNone() {
        String text = CLAUSE.repeat(10);
        assertFalse(shell("<noscript>Enable JavaScript</noscript><div id=root>" + text + "</div>" + SCRIPTS, text));
    }

    @Test
    void aPageWhoseSelectorNoLongerMatchesIsNone() {
        assertFalse(shell("<div id=app><p>" + CLAUSE.repeat(100) + "</div>" + SCRIPTS, ""));
    }

    @Test
    void aShortDocumentOnAPlainPageIsNone() {
        assertFalse(shell("<main>" + CLAUSE + "</main>" + SCRIPTS, CLAUSE));
        assertFalse(shell("<main></main><script type=application/ld+json>{}</script>", ""));
    }

    @Test
    void onlyHtmlCanBeOne() {
        assertFalse(ShellPage.is(page("<div id=root></div>" + SCRIPTS, "text/plain"), ""));
    }

    private static boolean shell(String body, String text) {
        return ShellPage.is(page("<html><head><title>Terms</title></head><body>" + body, "text/html"), text);
    }

    private static Page page(String content, String mediaType) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return new Page(new RawBytes(bytes), mediaType, "utf-8", "https://nimbus.example/terms");
    }
}
