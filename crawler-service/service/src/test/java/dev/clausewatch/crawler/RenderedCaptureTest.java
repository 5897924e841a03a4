package dev.clausewatch.crawler;

import static dev.clausewatch.crawler.Crawler.api;
import static dev.clausewatch.crawler.Crawler.capture;
import static dev.clausewatch.crawler.Crawler.declare;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.clausewatch.crawler.render.PageRenderer;
import dev.clausewatch.events.CaptureFailed;
import dev.clausewatch.events.RawCapture;
import dev.clausewatch.events.SnapshotCaptured;
import dev.clausewatch.events.SnapshotVerified;
import dev.clausewatch.servers.Page;
import dev.clausewatch.servers.SiteServer;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithKafka
@WithPostgres
@SuppressWarnings("NullAway.Init")
class RenderedCaptureTest {

    private static final String CLAUSE = "You own your outputs. ";
    private static final String SHELL =
            "<div id=root></div><script>document.getElementById('root').innerHTML = '<h1>Terms</h1><p>"
                    + CLAUSE.repeat(20) + "</p>'</script>";

    @Inject
    PageRenderer renderer;

    private SiteServer site;
    private Crawler crawler;

    @BeforeEach
    void start() throws IOException {
        site = SiteServer.start();
        crawler = new Crawler();
        renderer.missing().ifPresent(what -> System.err.println("SKIPPED: no page is rendered. " + what));
        assumeTrue(renderer.missing().isEmpty(), "there is no browser");
    }

    @AfterEach
    void stop() {
        crawler.close();
        site.close();
    }

    @Test
    void rendersAnEmptyShellAndRemembersIt() {
        site.on("/terms", new Page(SHELL));
        declare("shell", "\"fetch\": \"" + site.url("/terms") + "\"");
        SnapshotCaptured first = crawler.awaitCaptures("shell", SnapshotCaptured.class, hasSize(1))
                .getFirst();
        assertTrue(first.text().startsWith("# Terms\n\nYou own your outputs."), first.text());
        RawCapture raw = first.sources().getFirst();
        assertTrue(String.valueOf(raw.renderedBy()).startsWith("Chromium "), raw.renderedBy());
        assertTrue(api().get("/raw/" + raw.sha256()).asString().contains("<h1>Terms</h1>"));
        assertEquals(2, asked());

        capture("shell");
        SnapshotVerified verified = crawler.awaitCaptures("shell", SnapshotVerified.class, hasSize(1))
                .getFirst();
        assertEquals(first.snapshotId(), verified.snapshotId());
        assertEquals(3, asked());
    }

    @Test
    void rendersWhatIsDeclaredSoAtOnce() {
        site.on("/terms", new Page(SHELL + "<p>" + CLAUSE.repeat(20)));
        declare(
                "scripted",
                "\"fetch\": \"" + site.url("/terms") + "\", \"select\": \"#root\", \"executeClientScripts\": true");
        var captured = crawler.awaitCaptures("scripted", SnapshotCaptured.class, hasSize(1));
        assertTrue(captured.getFirst().text().startsWith("# Terms"));
        assertEquals(1, asked());
    }

    @Test
    void leavesAPageAloneThatIsDeclaredPlain() {
        site.on("/terms", new Page(SHELL));
        declare("plain", "\"fetch\": \"" + site.url("/terms") + "\", \"executeClientScripts\": false");
        CaptureFailed failed =
                crawler.awaitCaptures("plain", CaptureFailed.class, hasSize(1)).getFirst();
        assertEquals(200, failed.status());
        assertEquals(1, asked());
    }

    private int asked() {
        return Collections.frequency(site.requests(), "/terms");
    }
}
