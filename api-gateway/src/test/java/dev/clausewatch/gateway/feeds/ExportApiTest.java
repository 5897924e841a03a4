package dev.clausewatch.gateway.feeds;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.Settlement;
import dev.clausewatch.events.Severity;
import dev.clausewatch.gateway.Gateway;
import dev.clausewatch.gateway.Story;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithKafka
@WithPostgres
class ExportApiTest {

    @TestHTTPResource
    URI gateway;

    @Inject
    Database database;

    @Test
    void exportsAWholeListThatIsLongerThanWhatIsHeldInMemory() throws Exception {
        Story story = new Story("Exported Whole");
        List<Story.Told> told = new ArrayList<>();
        for (int i = 1; i <= 450; i++) {
            told.add(story.detected(story.change(i, ChangeKind.EDITORIAL, Settlement.SETTLED, "a", "b")));
        }
        Gateway.tell(told);

        List<String> lines = Gateway.signed()
                .get("/api/v1/changes.jsonl?platform=exported-whole")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/jsonl"))
                .extract()
                .asString()
                .lines()
                .toList();
        Set<String> ids = new HashSet<>();
        for (String line : lines) {
            JsonNode item = new ObjectMapper().readTree(line);
            ids.add(item.path("id").asText());
        }
        assertEquals(450, ids.size());
        assertEquals(
                Gateway.signed()
                        .get("/api/v1/changes?limit=1&platform=exported-whole")
                        .jsonPath()
                        .getString("items[0].id"),
                new ObjectMapper().readTree(lines.getFirst()).path("id").asText());
        assertEquals(
                451,
                Gateway.signed()
                        .get("/api/v1/changes.csv?platform=exported-whole")
                        .asString()
                        .lines()
                        .count());
    }

    @Test
    void writesHostileWordsAsWords() {
        Story story = new Story("=HYPERLINK(1)");
        ChangeDetected change = story.change(1, ChangeKind.SUBSTANTIVE, Settlement.SETTLED, "a", "b");
        Gateway.tell(List.of(story.classified(change, 0, Severity.HIGH, "eu-ai-act")));

        Gateway.signed()
                .get("/api/v1/changes.csv?document=" + story.documentId())
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .header("Content-Disposition", containsString("changes.csv"))
                .body(startsWith("id,document,platform,platformName,"))
                .body(containsString(",'=HYPERLINK(1),"))
                .body(containsString(",HIGH,"))
                .body(containsString("/changes/" + change.changeId() + "\r\n"));
    }

    @Test
    void compressesWhenAsked() throws Exception {
        Story story = new Story("Exported Small");
        Gateway.tell(List.of(story.detected(story.change(1, ChangeKind.EDITORIAL, Settlement.SETTLED, "a", "b"))));
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve("/api/v1/changes.jsonl?platform=exported-small"))
                .header("Authorization", "Bearer " + Gateway.firstKey())
                .header("Accept-Encoding", "gzip")
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertEquals("gzip", answer.headers().firstValue("Content-Encoding").orElse(""));
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(text.contains(story.changeId(1)), text);
            }
        }
    }

    @Test
    void refusesWhatItCannotExportBeforeAnythingIsSent() {
        for (String query : List.of("limit=5", "cursor=x", "severity=enormous", "since=yesterday", "areas=x")) {
            Gateway.signed()
                    .get("/api/v1/changes.csv?" + query)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
        Gateway.signed()
                .get("/api/v1/changes.jsonl?platform=nobody-of-that-name")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("platform"));
    }

    @Test
    void everyExportIsInTheAuditLogWithItsFilters() {
        Story story = new Story("Exported Audited");
        Gateway.tell(List.of(story.detected(story.change(1, ChangeKind.EDITORIAL, Settlement.SETTLED, "a", "b"))));
        Gateway.signed()
                .get("/api/v1/changes.csv?platform=exported-audited")
                .then()
                .statusCode(200);

        assertEquals(
                List.of("GET 200"),
                database.sql("select method || ' ' || status from access.audit where path = :path")
                        .bind("path", "/api/v1/changes.csv?platform=exported-audited")
                        .list(String.class));
    }

    @Test
    void aFileThatBreaksOffDoesNotLookWhole() {
        Story story = new Story("Exported Broken");
        List<Story.Told> told = new ArrayList<>();
        for (int i = 1; i <= 450; i++) {
            told.add(story.detected(story.change(i, ChangeKind.EDITORIAL, Settlement.SETTLED, "a", "b")));
        }
        Gateway.tell(told);
        areasOfTheLast(story, "{NULL}");
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(
                            gateway.resolve("/api/v1/changes.jsonl?platform=exported-broken"))
                    .header("Authorization", "Bearer " + Gateway.firstKey())
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
            assertThrows(IOException.class, () -> client.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } finally {
            areasOfTheLast(story, "{}");
        }
    }

    private void areasOfTheLast(Story story, String areas) {
        database.sql("update read.change set areas = cast(:areas as text[]) where change_id = :id")
                .bind("areas", areas)
                .bind("id", story.changeId(1))
                .update();
    }
}
