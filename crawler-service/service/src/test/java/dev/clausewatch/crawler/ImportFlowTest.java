package dev.clausewatch.crawler;

import static dev.clausewatch.crawler.Crawler.api;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.ArchivedIn;
import dev.clausewatch.events.CaptureCause;
import dev.clausewatch.events.DocumentRegistered;
import dev.clausewatch.events.Ids;
import dev.clausewatch.events.Origin;
import dev.clausewatch.events.SnapshotCaptured;
import dev.clausewatch.events.Topic;
import dev.clausewatch.servers.Page;
import dev.clausewatch.servers.SiteServer;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithKafka
@WithPostgres
@SuppressWarnings("NullAway.Init")
class ImportFlowTest {

    private static final Instant FIRST = Instant.parse("2023-01-01T00:30:00Z");
    private static final String ARCHIVE = "https://archives.example/orbitra-versions";

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

    /** The commit of a version: its number in hex. */
    private static String commit(int version) {
        return "%040x".formatted(version);
    }

    private static Map<String, Object> version(int number, String cause, String text) {
        return Map.of(
                "commit",
                commit(number),
                "path",
                "Service/Terms of Service.md",
                "date",
                FIRST.plus(number - 1L, ChronoUnit.DAYS).toString(),
                "cause",
                cause,
                "text",
                text);
    }

    private static Map<String, Object> part(
            String service, @Nullable String after, List<Map<String, Object>> versions) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("service", service);
        part.put("termsType", "Terms of Service");
        part.put("after", after);
        part.put("versions", versions);
        return part;
    }

    private static ValidatableResponse send(List<Map<String, Object>> parts) {
        return api().body(Map.of("archive", ARCHIVE, "documents", parts))
                .post("/imports/versions")
                .then();
    }

    private static JsonPath sent(String service, @Nullable String after, List<Map<String, Object>> versions) {
        return send(List.of(part(service, after, versions)))
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath position(String service) {
        return api().body(Map.of("documents", List.of(Map.of("service", service, "termsType", "Terms of Service"))))
                .post("/imports/positions")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<Map<String, Object>> versions(int from, int to) {
        List<Map<String, Object>> versions = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            versions.add(version(i, "SITE", "Terms\n=====\n\nVersion " + i));
        }
        return versions;
    }

    @Test
    void writesAHistoryAsSnapshotsWithItsOwnDatesAndCauses() {
        JsonPath answer = sent(
                "kept",
                null,
                List.of(
                        version(1, "SITE", "Terms\n=====\n\n*   You **own** your outputs."),
                        version(2, "EXTRACTOR_UPGRADE", "# Terms\n\n* You own your outputs."),
                        version(3, "EXTRACTOR_UPGRADE", "# Terms\n\nYou own your outputs."),
                        version(4, "SITE", "![](x.png)"),
                        version(5, "SITE", "# Terms\n\nWe own your outputs.")));
        assertEquals(3, answer.getInt("documents[0].written"));
        assertEquals(1, answer.getInt("documents[0].equal"));
        assertEquals("empty-text", answer.getString("documents[0].unreadable[0].reason"));
        assertEquals(commit(4), answer.getString("documents[0].unreadable[0].commit"));

        List<SnapshotCaptured> captured = crawler.awaitCaptures("kept", SnapshotCaptured.class, hasSize(3));
        assertEquals("# Terms\n\n- You own your outputs.\n", captured.getFirst().text());
        assertEquals(
                List.of(CaptureCause.SITE, CaptureCause.EXTRACTOR_UPGRADE, CaptureCause.SITE),
                captured.stream().map(SnapshotCaptured::cause).toList());
        assertTrue(captured.stream().allMatch(snapshot -> snapshot.origin() == Origin.IMPORT));
        assertEquals(Instant.parse("2023-01-05T00:30:00Z"), captured.getLast().capturedAt());
        assertEquals(3, captured.getLast().sequence());
        assertEquals(captured.get(1).snapshotId(), captured.getLast().previousSnapshotId());
        assertEquals("open-terms-archive", captured.getLast().extractor().name());
        assertEquals(
                new ArchivedIn(ARCHIVE, commit(5), "Service/Terms of Service.md"),
                captured.getLast().archivedIn());

        DocumentRegistered registered =
                (DocumentRegistered) crawler.published(Topic.DOCUMENTS, "kept").getFirst();
        assertNull(registered.cadence());
        assertTrue(registered.sources().isEmpty());
        assertEquals(ARCHIVE, registered.document().url());
        JsonPath document = Crawler.document("kept");
        assertEquals("NOT_WATCHED", document.getString("health.status"));
        assertEquals("IMPORT", document.getString("origin"));
        assertEquals(commit(5), position("kept").getString("documents[0].lastCommit"));
        assertEquals(5, position("kept").getInt("documents[0].versions"));
    }

    @Test
    void writesEachVersionOnceHoweverOftenItComes() {
        assertEquals(3, sent("twice", null, versions(1, 3)).getInt("documents[0].written"));
        JsonPath again = sent("twice", null, versions(1, 3));
        assertEquals(0, again.getInt("documents[0].written"));
        assertEquals(3, again.getInt("documents[0].known"));
        JsonPath overlap = sent("twice", commit(1), versions(2, 5));
        assertEquals(2, overlap.getInt("documents[0].written"));
        assertEquals(2, overlap.getInt("documents[0].known"));
        List<SnapshotCaptured> captured = crawler.awaitCaptures("twice", SnapshotCaptured.class, hasSize(5));
        assertEquals(Ids.sha256("# Terms\n\nVersion 5\n"), captured.getLast().textHash());
    }

    @Test
    void refusesVersionsThatDoNotFollowWhatIsThere() {
        sent("gap", null, versions(1, 2));
        assertEquals(
                "another-history", sent("gap", commit(3), versions(4, 5)).getString("documents[0].refused.reason"));
        assertEquals("another-history", sent("gap", null, versions(4, 5)).getString("documents[0].refused.reason"));
        assertEquals(
                "another-history",
                sent("gap-at-once", commit(1), versions(2, 3)).getString("documents[0].refused.reason"));
        assertEquals(commit(2), position("gap").getString("documents[0].lastCommit"));
    }

    @Test
    void refusesADocumentThatWasCapturedLiveAndTakesTheRest() {
        site.on("/terms", new Page("<main>Live</main>"));
        Crawler.declare("captured", "\"fetch\": \"" + site.url("/terms") + "\"");
        crawler.awaitCaptures("captured", SnapshotCaptured.class, hasSize(1));
        JsonPath answer = send(List.of(part("captured", null, versions(1, 2)), part("beside", null, versions(1, 2))))
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals("captured-live", answer.getString("documents[0].refused.reason"));
        assertTrue(answer.getString("documents[0].refused.detail").contains("captured/terms-of-service"));
        assertEquals(2, answer.getInt("documents[1].written"));
        assertEquals("captured-live", position("captured").getString("documents[0].refused.reason"));

        api().delete("/declarations/captured").then().statusCode(204);
        assertEquals("captured-live", sent("captured", null, versions(1, 2)).getString("documents[0].refused.reason"));
    }

    @Test
    void goesOnWatchingADocumentThatIsDeclaredAfterItsImport() {
        sent("goes-on", null, versions(1, 2));
        declaration("goes-on").statusCode(404).body("detail", containsString("No declaration has"));
        site.on("/terms", new Page("<main><h1>Terms</h1><p>Version 2, as we read it</p></main>"));
        Crawler.declare("goes-on", "\"fetch\": \"" + site.url("/terms") + "\"");
        SnapshotCaptured live = crawler.awaitCaptures("goes-on", SnapshotCaptured.class, hasSize(3))
                .getLast();
        assertEquals(Origin.LIVE, live.origin());
        assertEquals(CaptureCause.EXTRACTOR_UPGRADE, live.cause());
        assertEquals(3, live.sequence());
        assertEquals("HEALTHY", Crawler.document("goes-on").getString("health.status"));
        declaration("goes-on").statusCode(200);
        assertEquals("captured-live", position("goes-on").getString("documents[0].refused.reason"));
    }

    private static ValidatableResponse declaration(String name) {
        return api().get("/declarations/document?id=" + Crawler.id(name)).then();
    }

    @Test
    void tellsCallersWhatTheyDidWrong() {
        send(List.of()).statusCode(400);
        send(List.of(part("wrong", null, versions(1, 101)))).statusCode(400);
        send(List.of(part("wrong", null, List.of(Map.of("commit", "x"))))).statusCode(400);
        send(List.of(part("wrong", null, versions(1, 60)), part("wrong-too", null, versions(1, 60))))
                .statusCode(400)
                .body("detail", containsString("at most 100"));
        api().body(Map.of("documents", List.of()))
                .post("/imports/positions")
                .then()
                .statusCode(400);
        io.restassured.RestAssured.given()
                .contentType(ContentType.JSON)
                .post("/imports/versions")
                .then()
                .statusCode(401);
    }
}
