package dev.clausewatch.crawler;

import static dev.clausewatch.crawler.Crawler.api;
import static dev.clausewatch.crawler.Crawler.declare;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.DocumentRegistered;
import dev.clausewatch.events.DocumentRetired;
import dev.clausewatch.events.EventData;
import dev.clausewatch.events.SnapshotCaptured;
import dev.clausewatch.events.Topic;
import dev.clausewatch.servers.Page;
import dev.clausewatch.servers.SiteServer;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithKafka
@WithPostgres
class DeclaredDocumentTest {

    private static final Path FOLDER = Path.of("target/test-declarations");

    @Test
    void isKnownAndRetiredWhenOnlyItsHistoryIsDeclared() throws IOException {
        Files.createDirectories(FOLDER);
        Path today = FOLDER.resolve("past.json");
        Path history = FOLDER.resolve("past.history.json");
        try (Crawler crawler = new Crawler()) {
            Files.writeString(
                    history,
                    "{\"Terms of Service\": [{\"fetch\": \"https://p.example/2\", \"validUntil\": \"2024-05-31T12:00:00Z\"},"
                            + " {\"fetch\": \"https://p.example/1\", \"validUntil\": \"2022-05-31T12:00:00Z\"}]}");
            Files.writeString(today, "{\"name\": \"P\", \"terms\": {}}");
            List<EventData> events = await().atMost(Duration.ofSeconds(20))
                    .until(() -> crawler.published(Topic.DOCUMENTS, "past"), hasSize(1)::matches);
            assertTrue(events.getFirst() instanceof DocumentRetired, events.toString());
            JsonPath declared = declared("past");
            assertEquals(Instant.parse("2024-05-31T12:00:00Z"), Instant.parse(declared.getString("retiredAt")));
            assertEquals(
                    List.of("https://p.example/1", "https://p.example/2"),
                    declared.getList("history.sources.fetch.flatten()", String.class));
        } finally {
            Files.deleteIfExists(today);
            Files.deleteIfExists(history);
        }
    }

    @Test
    void isDueAtOnceOnlyWhenItIsReadInAnotherWay() throws IOException {
        try (SiteServer site = SiteServer.start();
                Crawler crawler = new Crawler()) {
            site.on("/terms", new Page("<main><p>Terms</p></main>"));
            String fetch = "\"fetch\": \"" + site.url("/terms") + "\"";
            declare("redeclared", fetch);
            crawler.awaitCaptures("redeclared", SnapshotCaptured.class, hasSize(1));
            await().atMost(Duration.ofSeconds(20)).until(() -> nextAttempt().isAfter(soon()));

            declare("redeclared", fetch + ", \"category\": \"chat\", \"filter\": [\"clean\"]");
            assertEquals("chat", declared("redeclared").getString("category"));
            assertEquals(1, declared("redeclared").getList("warnings").size());
            assertNull(declared("redeclared").getString("retiredAt"));
            assertTrue(nextAttempt().isAfter(soon()), nextAttempt().toString());

            int asked = site.requests().size();
            declare("redeclared", fetch + ", \"select\": \"p\"");
            await().atMost(Duration.ofSeconds(20)).until(() -> site.requests().size() > asked);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> crawler.published(Topic.DOCUMENTS, "redeclared").stream()
                                    .filter(DocumentRegistered.class::isInstance)
                                    .count()
                            == 3);
        }
    }

    private static Instant nextAttempt() {
        return Instant.parse(Crawler.document("redeclared").getString("health.nextAttemptAt"));
    }

    private static Instant soon() {
        return Instant.now().plus(Duration.ofHours(12));
    }

    private static JsonPath declared(String name) {
        return api().get("/declarations/document?id=" + Crawler.id(name)).jsonPath();
    }
}
