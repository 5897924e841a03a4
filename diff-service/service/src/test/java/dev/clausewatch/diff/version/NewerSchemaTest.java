package dev.clausewatch.diff.version;

import static io.restassured.RestAssured.get;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clausewatch.diff.change.Story;
import dev.clausewatch.events.CaptureCause;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.Event;
import dev.clausewatch.events.Origin;
import dev.clausewatch.events.Service;
import dev.clausewatch.events.SnapshotCaptured;
import dev.clausewatch.events.Topic;
import dev.clausewatch.testing.KafkaProbe;
import dev.clausewatch.testing.NewerRelease;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In an upgrade replica by replica the old ones meet the new schema: they may have to wait, they never give an event up for it. */
@QuarkusTest
@WithKafka
@WithPostgres
class NewerSchemaTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @TestHTTPResource(management = true)
    String management;

    private final KafkaProbe kafka = new KafkaProbe();
    private final String documentId = "newer/" + UUID.randomUUID();

    @AfterEach
    void close() {
        kafka.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            alter table version add newer text not null default ''; alter table version alter newer drop default; alter table version alter newer set default ''; alter table version drop newer
            select 1; alter table version add constraint newer check (kind = 'newer') not valid; alter table version drop constraint newer; select 1
            alter table version rename fingerprint to newer; select 1; alter table version rename newer to fingerprint; select 1
            """)
    void anEventThatANewerSchemaDoesNotTakeWaitsUntilItDoes(
            String migration, String rest, String allowing, String contract) {
        try (NewerRelease newer = new NewerRelease(contract)) {
            newer.run(migration);
            newer.run(rest);
            kafka.publish(Topic.CAPTURES, captured());
            await().atMost(PATIENCE).until(() -> "DOWN".equals(schemaCheck()));
            assertEquals(List.of(), kafka.events(Topic.CHANGES, documentId));

            newer.run(allowing);
            await().atMost(PATIENCE)
                    .until(() -> kafka.events(Topic.CHANGES, documentId).size() == 1);
            assertEquals(
                    0,
                    kafka.deadLetters(Topic.CAPTURES, Service.DIFF).stream()
                            .filter(letter -> documentId.equals(letter.key()))
                            .count());
        }
        await().atMost(PATIENCE).until(() -> "UP".equals(schemaCheck()));
    }

    @Test
    void aSchemaThatIsNewerAndFitsIsNoReasonToWait() {
        try (NewerRelease newer = new NewerRelease("alter table version drop newer")) {
            newer.run("alter table version add newer text");
            kafka.publish(Topic.CAPTURES, captured());
            await().atMost(PATIENCE)
                    .until(() -> kafka.events(Topic.CHANGES, documentId).size() == 1);
            assertEquals("UP", schemaCheck());
        }
    }

    private Event captured() {
        SnapshotCaptured snapshot = Story.snapshot(
                new DocumentRef(documentId, "Orbitra", "Terms of Service", "en", List.of(), "https://orbitra.example"),
                "# Terms\n\nYou may leave at any time.\n",
                1,
                null,
                Origin.LIVE,
                CaptureCause.SITE,
                NOW);
        return new Event(snapshot.snapshotId(), NOW, "/crawler-service", snapshot);
    }

    private String schemaCheck() {
        return get(management + "health/ready").jsonPath().getString("checks.find { it.name == 'schema' }.status");
    }
}
