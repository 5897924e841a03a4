package dev.clausewatch.crawler;

import static dev.clausewatch.crawler.Crawler.api;
import static dev.clausewatch.crawler.Crawler.capture;
import static dev.clausewatch.crawler.Crawler.declare;
import static dev.clausewatch.crawler.Crawler.document;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.crawler.pdf.PdfDraft;
import dev.clausewatch.events.CaptureCause;
import dev.clausewatch.events.CaptureFailed;
import dev.clausewatch.events.DocumentRegistered;
import dev.clausewatch.events.SnapshotCaptured;
import dev.clausewatch.events.SnapshotVerified;
import dev.clausewatch.events.SourceDegraded;
import dev.clausewatch.events.SourceRecovered;
import dev.clausewatch.events.Topic;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.servers.Page;
import dev.clausewatch.servers.SiteServer;
import dev.clausewatch.servers.Status;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import dev.clausewatch.testing.site.Bytes;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithKafka
@WithPostgres
@SuppressWarnings("NullAway.Init")
class CaptureFlowTest {

    private static final String FIRST = "<main><h1>Terms</h1><p>You own your outputs.</p></main>";
    private static final String SECOND = "<main><h1>Terms</h1><p>We own your outputs.</p></main>";

    @Inject
    Database database;

    private SiteServer site;
    private Crawler crawler;

    @BeforeEach
    void start() throws IOException {
        site = SiteServer.start();
        crawler = new Crawler();
    }

    @AfterEach
    void stop() {
        crawler.close();
        site.close();
    }

    @Test
    void turnsADeclaredPageIntoAChainOfSnapshots() {
        Page page = new Page(FIRST);
        site.on("/terms", page);
        declare("chain", "\"fetch\": \"" + site.url("/terms") + "\", \"select\": \"main\"");
        SnapshotCaptured first = crawler.awaitCaptures("chain", SnapshotCaptured.class, hasSize(1))
                .getFirst();
        assertEquals("# Terms\n\nYou own your outputs.\n", first.text());
        assertEquals(CaptureCause.SITE, first.cause());
        assertInstanceOf(
                DocumentRegistered.class,
                crawler.published(Topic.DOCUMENTS, "chain").getFirst());

        capture("chain");
        SnapshotVerified verified = crawler.awaitCaptures("chain", SnapshotVerified.class, hasSize(1))
                .getFirst();
        assertTrue(verified.notModified());
        assertEquals(first.snapshotId(), verified.snapshotId());

        page.change(SECOND);
        capture("chain");
        SnapshotCaptured second = crawler.awaitCaptures("chain", SnapshotCaptured.class, hasSize(2))
                .get(1);
        assertEquals(2, second.sequence());
        assertEquals(first.snapshotId(), second.previousSnapshotId());
        assertEquals(CaptureCause.SITE, second.cause());

        page.change(SECOND + "<footer>Another year</footer>");
        capture("chain");
        List<SnapshotVerified> both = crawler.awaitCaptures("chain", SnapshotVerified.class, hasSize(2));
        assertFalse(both.get(1).notModified());
        assertEquals(2, both.get(1).sequence());
        assertEquals("HEALTHY", document("chain").getString("health.status"));
        assertEquals(2, document("chain").getInt("newest.sequence"));
    }

    @Test
    void keepsTheBytesOfASnapshot() {
        site.on("/terms", new Page(FIRST));
        declare("bytes", "\"fetch\": \"" + site.url("/terms") + "\"");
        String sha256 = crawler.awaitCaptures("bytes", SnapshotCaptured.class, hasSize(1))
                .getFirst()
                .sources()
                .getFirst()
                .sha256();
        byte[] kept =
                api().get("/raw/" + sha256).then().statusCode(200).extract().asByteArray();
        assertArrayEquals(FIRST.getBytes(StandardCharsets.UTF_8), kept);
        api().get("/raw/0000").then().statusCode(404);
    }

    @Test
    void readsAPdfInAProcessOfItsOwn() {
        byte[] pdf = new PdfDraft()
                .bold(20, "Terms")
                .gap()
                .lines("You own your outputs.")
                .bytes();
        site.on("/terms.pdf", new Bytes("application/pdf", ByteBuffer.wrap(pdf)));
        declare("pdf", "\"fetch\": \"" + site.url("/terms.pdf") + "\"");
        SnapshotCaptured captured =
                crawler.awaitCaptures("pdf", SnapshotCaptured.class, hasSize(1)).getFirst();
        assertEquals("# Terms\n\nYou own your outputs.\n", captured.text());
    }

    @Test
    void joinsCombinedSources() {
        site.on("/1", new Page("<main><p>One</p></main>")).on("/2", new Page("<main><p>Two</p></main>"));
        declare(
                "combined",
                "\"select\": \"main\", \"combine\": [{\"fetch\": \"%s\"}, {\"fetch\": \"%s\"}]"
                        .formatted(site.url("/1"), site.url("/2")));
        SnapshotCaptured captured = crawler.awaitCaptures("combined", SnapshotCaptured.class, hasSize(1))
                .getFirst();
        assertEquals("One\n\n---\n\nTwo\n", captured.text());
        assertEquals(2, captured.sources().size());
    }

    @Test
    void doesNotBlameTheSiteForAnotherDeclaration() {
        Page page = new Page("<main><p>Terms</p><p class=note>A note</p></main>");
        site.on("/terms", page);
        String fetch = "\"fetch\": \"" + site.url("/terms") + "\"";
        declare("upgraded", fetch + ", \"select\": \"main\"");
        crawler.awaitCaptures("upgraded", SnapshotCaptured.class, hasSize(1));

        declare("upgraded", fetch + ", \"select\": \"main\", \"remove\": \".note\"");
        SnapshotCaptured reread = crawler.awaitCaptures("upgraded", SnapshotCaptured.class, hasSize(2))
                .get(1);
        assertEquals("Terms\n", reread.text());
        assertEquals(CaptureCause.DECLARATION_UPGRADE, reread.cause());

        page.change("<main><p>New terms</p></main>");
        declare("upgraded", fetch);
        SnapshotCaptured changed = crawler.awaitCaptures("upgraded", SnapshotCaptured.class, hasSize(4))
                .get(3);
        assertEquals("New terms\n", changed.text());
        assertEquals(CaptureCause.SITE, changed.cause());
    }

    @Test
    void readsTheKeptBytesInTheNewWayWhateverTheSiteSays() {
        site.on("/terms", new Page("<main><p>Terms</p><p class=note>A note</p></main>"));
        String fetch = "\"fetch\": \"" + site.url("/terms") + "\"";
        declare("reread", fetch);
        crawler.awaitCaptures("reread", SnapshotCaptured.class, hasSize(1));

        site.on("/terms", new Status(503));
        declare("reread", fetch + ", \"remove\": \".note\"");
        crawler.awaitCaptures("reread", CaptureFailed.class, hasSize(1));
        SnapshotCaptured reread =
                crawler.captures("reread", SnapshotCaptured.class).get(1);
        assertEquals("Terms\n", reread.text());
        assertEquals(CaptureCause.DECLARATION_UPGRADE, reread.cause());
        assertInstanceOf(
                CaptureFailed.class, crawler.published(Topic.CAPTURES, "reread").getLast());

        // The page is then asked for whole, and its other bytes have the text that is there.
        site.on("/terms", new Page("<main><p>Terms</p><p class=note>Another note</p></main>"));
        capture("reread");
        SnapshotVerified verified = crawler.awaitCaptures("reread", SnapshotVerified.class, hasSize(1))
                .getFirst();
        assertEquals(reread.snapshotId(), verified.snapshotId());
        assertFalse(verified.notModified());
    }

    @Test
    void saysOnceThatASourceIsDegradedAndThatItRecovered() {
        site.on("/terms", new Status(503));
        declare("failing", "\"fetch\": \"" + site.url("/terms") + "\", \"cadence\": \"PT0.1S\"");
        List<CaptureFailed> failures =
                crawler.awaitCaptures("failing", CaptureFailed.class, hasSize(greaterThanOrEqualTo(4)));
        assertEquals("http-status", failures.getFirst().reason());
        assertEquals(503, failures.getFirst().status());
        assertEquals(3, failures.get(2).consecutiveFailures());
        assertEquals("DEGRADED", document("failing").getString("health.status"));

        site.on("/terms", new Page(FIRST));
        SourceRecovered recovered = crawler.awaitCaptures("failing", SourceRecovered.class, hasSize(1))
                .getFirst();
        List<SourceDegraded> degraded = crawler.captures("failing", SourceDegraded.class);
        assertEquals(1, degraded.size());
        assertEquals(degraded.getFirst().failingSince(), recovered.failingSince());
        assertEquals(failures.getFirst().attemptedAt(), recovered.failingSince());
        api().delete("/declarations/failing").then().statusCode(204);
    }

    @Test
    void failsWhereThePageIsNotTheDocument() {
        site.on("/terms", new Page("<main>Our offices</main>"));
        declare("wall", "\"fetch\": \"" + site.url("/terms") + "\", \"select\": \".terms\"");
        CaptureFailed failed =
                crawler.awaitCaptures("wall", CaptureFailed.class, hasSize(1)).getFirst();
        assertEquals("select-no-match", failed.reason());
        api().get("/raw/" + failed.rawSha256()).then().statusCode(200);
        assertEquals("PENDING", document("wall").getString("health.status"));
    }

    @Test
    void aWallIsKeptAndSaidAndNeverBecomesAChange() {
        Page page = new Page(FIRST);
        site.on("/terms", page);
        declare("challenge", "\"fetch\": \"" + site.url("/terms") + "\"");
        crawler.awaitCaptures("challenge", SnapshotCaptured.class, hasSize(1));
        page.change("<title>Just a moment...</title><p>Enable JavaScript and cookies to continue</p>");
        capture("challenge");
        CaptureFailed failed = crawler.awaitCaptures("challenge", CaptureFailed.class, hasSize(1))
                .getFirst();
        assertEquals("bot-wall", failed.reason());
        assertTrue(failed.detail().contains("just a moment"), failed::detail);
        api().get("/raw/" + failed.rawSha256()).then().statusCode(200);
        assertEquals(List.of(site.url("/terms") + " bot-wall text/html"), refusedAnswers(failed));
        capture("challenge");
        crawler.awaitCaptures("challenge", CaptureFailed.class, hasSize(2));
        assertEquals(1, refusedAnswers(failed).size());
        page.change(FIRST);
        capture("challenge");
        crawler.awaitCaptures("challenge", SnapshotVerified.class, hasSize(1));
        assertEquals(1, crawler.captures("challenge", SnapshotCaptured.class).size());
    }

    /** Final address, reason and a header of each answer that was kept with the bytes of a failure. */
    private List<String> refusedAnswers(CaptureFailed failed) {
        return database.sql("""
                select concat_ws(' ', source -> 'raw' ->> 'finalUrl', reason, split_part(source -> 'headers' ->> 'content-type', ';', 1))
                    as answer from refused_capture where sha256 = :sha256""")
                .bind("sha256", Objects.requireNonNull(failed.rawSha256()))
                .list(String.class);
    }

    @Test
    void failsWhereThePageIsTooLargeATree() {
        site.on("/terms", new Page("<p>a".repeat(300_001)));
        declare("crowded", "\"fetch\": \"" + site.url("/terms") + "\"");
        CaptureFailed failed = crawler.awaitCaptures("crowded", CaptureFailed.class, hasSize(1))
                .getFirst();
        assertEquals("too-many-elements", failed.reason());
        api().get("/raw/" + failed.rawSha256()).then().statusCode(200);
    }

    @Test
    void failsWhereASelectorWouldReadALargePageForEachElement() {
        site.on("/terms", new Page("<div>" + "<p>a".repeat(30_000)));
        declare("slow", "\"fetch\": \"" + site.url("/terms") + "\", \"select\": \"div:has(i ~ p)\"");
        CaptureFailed failed =
                crawler.awaitCaptures("slow", CaptureFailed.class, hasSize(1)).getFirst();
        assertEquals("too-many-elements", failed.reason());
        assertTrue(failed.detail().contains("without :has"), failed.detail());
    }

    @Test
    void staysAwayWhereRobotsAreNotWelcome() {
        site.on("/robots.txt", new Page("User-agent: *\nDisallow: /terms"))
                .on("/terms", new Page(FIRST))
                .on("/rules", new Page(FIRST));
        declare("unwelcome", "\"fetch\": \"" + site.url("/terms") + "\"");
        declare("welcome", "\"fetch\": \"" + site.url("/rules") + "\"");
        CaptureFailed failed = crawler.awaitCaptures("unwelcome", CaptureFailed.class, hasSize(1))
                .getFirst();
        assertEquals("robots-disallowed", failed.reason());
        crawler.awaitCaptures("welcome", SnapshotCaptured.class, hasSize(1));
        assertFalse(site.requests().contains("/terms"));
    }

    @Test
    void leavesTheWholeHostAloneThatSendsUsAway() {
        site.on("/busy", exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "3600");
            exchange.sendResponseHeaders(429, -1);
        });
        site.on("/terms", new Page(FIRST));
        declare("busy", "\"fetch\": \"" + site.url("/busy") + "\"");
        CaptureFailed failed =
                crawler.awaitCaptures("busy", CaptureFailed.class, hasSize(1)).getFirst();
        assertEquals(429, failed.status());
        assertTrue(!failed.nextAttemptAt().isBefore(failed.attemptedAt().plusSeconds(3600)));

        declare("other", "\"fetch\": \"" + site.url("/terms") + "\"");
        // Captures of another host go on, and the loop had the other page's chance by then.
        try (SiteServer another = SiteServer.start()) {
            another.on("/terms", new Page(FIRST));
            declare("another", "\"fetch\": \"" + another.url("/terms") + "\"");
            crawler.awaitCaptures("another", SnapshotCaptured.class, hasSize(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertFalse(site.requests().contains("/terms"));
    }

    @Test
    void takesAnUnreadableRobotsFileForANo() {
        site.on("/robots.txt", new Status(500)).on("/terms", new Page(FIRST));
        declare("unknown", "\"fetch\": \"" + site.url("/terms") + "\"");
        CaptureFailed failed = crawler.awaitCaptures("unknown", CaptureFailed.class, hasSize(1))
                .getFirst();
        assertEquals("robots-unreachable", failed.reason());
    }

    @Test
    void tellsCallersWhatTheyDidWrong() {
        io.restassured.RestAssured.given().get("/documents").then().statusCode(401);
        api().body("{\"documentId\": \"no/such\"}").post("/captures").then().statusCode(404);
        api().body("{}").post("/captures").then().statusCode(400);
        api().get("/documents/one?id=no/such").then().statusCode(404);
        api().get("/documents?limit=0").then().statusCode(400);
        api().delete("/declarations/no-such").then().statusCode(404);
        api().body("{\"name\": \"N\", \"terms\": {\"Imprint\": {\"fetch\": \"nowhere\"}}}")
                .put("/declarations/bad")
                .then()
                .statusCode(422)
                .body("problems[0].path", is("$.terms[\"Imprint\"].fetch"))
                .body("problems[0].remedy.length()", greaterThanOrEqualTo(10));
    }
}
