package dev.clausewatch.crawler;

import static dev.clausewatch.crawler.Crawler.api;
import static dev.clausewatch.crawler.Crawler.declare;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.DocumentRetired;
import dev.clausewatch.events.SnapshotCaptured;
import dev.clausewatch.events.Topic;
import dev.clausewatch.servers.Page;
import dev.clausewatch.servers.SiteServer;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithKafka
@WithPostgres
class DeclarationFolderTest {

    private static final Path FOLDER = Path.of("target/test-declarations");
    private static final Path NOTHING = FOLDER.resolve("none.json");

    @Test
    void putsFilesInForceReportsBrokenOnesAndRetiresWhatIsGone() throws IOException {
        emptyFolder();
        try (SiteServer site = SiteServer.start();
                Crawler crawler = new Crawler()) {
            site.on("/terms", new Page("<p>Terms</p>"));
            String fetch = "\"fetch\": \"" + site.url("/terms") + "\"";
            String file = "{\"name\": \"F\", \"terms\": {\"Terms of Service\": {" + fetch + "}}}";
            declare("by-http", fetch);
            Files.writeString(FOLDER.resolve("by-file.json"), file);
            Files.writeString(FOLDER.resolve("by-http.json"), file);
            Files.writeString(FOLDER.resolve("broken.json"), "{\"name\": \"B\", \"terms\": ");
            crawler.awaitCaptures("by-file", SnapshotCaptured.class, hasSize(1));
            awaitProblems("broken.json", "by-http.json");
            api().delete("/declarations/by-file").then().statusCode(409);

            // One name is declared in one place, whatever the documents.
            for (String terms : List.of("{}", "{\"Imprint\": {" + fetch + "}}")) {
                api().body("{\"name\": \"F\", \"terms\": " + terms + "}")
                        .put("/declarations/by-file")
                        .then()
                        .statusCode(409)
                        .body("detail", containsString("has a declaration of this name"));
            }

            // A file that breaks keeps its document in force.
            Files.writeString(FOLDER.resolve("by-file.json"), "{");
            awaitProblems("broken.json", "by-file.json", "by-http.json");
            assertTrue(watched("by-file"));

            // A folder that is not mounted looks like this.
            Files.delete(FOLDER.resolve("by-http.json"));
            Files.delete(FOLDER.resolve("broken.json"));
            Files.delete(FOLDER.resolve("by-file.json"));
            awaitProblems(FOLDER.toString());
            assertTrue(watched("by-file"));

            declareNothing();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> crawler.published(Topic.DOCUMENTS, "by-file").getLast() instanceof DocumentRetired);
            awaitProblems();
            assertTrue(watched("by-http"));
            assertEquals("HTTP", Crawler.document("by-http").getString("origin"));
        }
    }

    /** Of what an earlier run may have left. */
    private static void emptyFolder() throws IOException {
        Files.createDirectories(FOLDER);
        try (Stream<Path> left = Files.list(FOLDER)) {
            for (Path file : left.toList()) {
                Files.delete(file);
            }
        }
        declareNothing();
        awaitProblems();
        await().atMost(Duration.ofSeconds(20)).until(() -> !watched("by-http"));
        Files.delete(NOTHING);
    }

    private static void declareNothing() throws IOException {
        Files.writeString(NOTHING, "{\"name\": \"None\", \"terms\": {}}");
    }

    private static void awaitProblems(String... files) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> api().get("/declarations/problems").jsonPath().getList("problems.file").stream()
                        .sorted()
                        .toList()
                        .equals(List.of(files)));
    }

    private static boolean watched(String name) {
        return api().get("/documents?limit=500")
                .jsonPath()
                .getList("items.document.id")
                .contains(Crawler.id(name));
    }
}
