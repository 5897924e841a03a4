package dev.clausewatch.gateway.readmodel;

import static io.restassured.RestAssured.get;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clausewatch.events.Service;
import dev.clausewatch.events.Topic;
import dev.clausewatch.gateway.Gateway;
import dev.clausewatch.gateway.Story;
import dev.clausewatch.testing.KafkaProbe;
import dev.clausewatch.testing.NewerRelease;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gateway of before does not skip what the schema of a newer one does not take. */
@QuarkusTest
@WithKafka
@WithPostgres
class NewerSchemaTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TestHTTPResource(management = true)
    String management;

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            Newer Column; alter table read.document add newer text not null default ''; alter table read.document alter newer drop default; alter table read.document alter newer set default ''; alter table read.document drop newer
            Newer Check; select 1; alter table read.document add constraint newer check (language = 'newer') not valid; alter table read.document drop constraint newer; select 1
            """)
    void anEventThatANewerSchemaDoesNotTakeWaitsUntilItDoes(
            String platform, String migration, String rest, String allowing, String contract) {
        Story story = new Story(platform);
        try (KafkaProbe kafka = new KafkaProbe();
                NewerRelease newer = new NewerRelease(contract)) {
            newer.run(migration);
            newer.run(rest);
            kafka.publish(Topic.DOCUMENTS, story.registered().event());
            await().atMost(PATIENCE).until(() -> "DOWN".equals(schemaCheck()));

            newer.run(allowing);
            Gateway.awaitReadModel();
            assertEquals(
                    200,
                    Gateway.signed()
                            .get("/api/v1/documents/" + story.documentId())
                            .statusCode());
            assertEquals(
                    0,
                    kafka.deadLetters(Topic.DOCUMENTS, Service.GATEWAY).stream()
                            .filter(letter -> story.documentId().equals(letter.key()))
                            .count());
        }
    }

    private String schemaCheck() {
        return get(management + "health/ready").jsonPath().getString("checks.find { it.name == 'schema' }.status");
    }
}
