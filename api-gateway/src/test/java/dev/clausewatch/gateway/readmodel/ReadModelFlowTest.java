package dev.clausewatch.gateway.readmodel;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.EventCodec;
import dev.clausewatch.events.Service;
import dev.clausewatch.events.Settlement;
import dev.clausewatch.events.Severity;
import dev.clausewatch.events.Topic;
import dev.clausewatch.gateway.Gateway;
import dev.clausewatch.gateway.Story;
import dev.clausewatch.testing.KafkaProbe;
import dev.clausewatch.testing.PoisonRecords;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithKafka
@WithPostgres
class ReadModelFlowTest {

    @Test
    void givesTheSameAnswersAfterARebuild() {
        Story story = new Story("Rebuilt");
        ChangeDetected change = story.change(1, ChangeKind.SUBSTANTIVE, Settlement.SETTLED, "old words", "new words");
        Gateway.tell(List.of(
                story.registered(),
                story.captured(1, "old words"),
                story.captured(2, "new words"),
                story.classified(change, 0, Severity.HIGH, "eu-ai-act"),
                story.detected(change),
                story.delivered(change)));
        List<String> addresses = List.of(
                "/api/v1/platforms/rebuilt",
                "/api/v1/documents/" + story.documentId(),
                "/api/v1/versions?document=" + story.documentId(),
                "/api/v1/versions/" + story.snapshotId(2) + "/text",
                "/api/v1/changes?platform=rebuilt",
                "/api/v1/changes/" + story.changeId(1));
        List<String> before = addresses.stream().map(ReadModelFlowTest::answer).toList();
        assertTrue(before.get(5).contains("Summary 0"), () -> before.get(5));

        Gateway.signed().post("/api/v1/admin/read-model/rebuild").then().statusCode(202);
        Gateway.awaitReadModel();

        assertEquals(before, addresses.stream().map(ReadModelFlowTest::answer).toList());
    }

    @Test
    void setsAsideWhatIsNoEventAndGoesOn() {
        Story story = new Story("Poisoned");
        try (KafkaProbe probe = new KafkaProbe()) {
            int before = probe.deadLetters(Topic.DOCUMENTS, Service.GATEWAY).size();
            probe.publishRaw(Topic.DOCUMENTS, story.documentId(), "not JSON".getBytes(StandardCharsets.UTF_8));
            Gateway.tell(List.of(story.registered()));
            assertEquals(
                    200,
                    Gateway.signed()
                            .get("/api/v1/documents/" + story.documentId())
                            .statusCode());
            assertTrue(probe.deadLetters(Topic.DOCUMENTS, Service.GATEWAY).size() > before);
        }
    }

    @Test
    void aPoisonRecordOnEveryTopicFindsItsDeadLetterTopic() {
        try (KafkaProbe probe = new KafkaProbe()) {
            PoisonRecords poison = new PoisonRecords(probe, Service.GATEWAY);
            poison.publish();
            await().atMost(Duration.ofSeconds(20)).until(() -> poison.unburied().isEmpty());
        }
    }

    @Test
    void setsAsideTheOneRecordThatTheDatabaseRefuses() {
        Story story = new Story("Refused");
        // JSON and the record know no bounds of time; PostgreSQL's end in the year 294276.
        ProducerRecord<String, byte[]> record =
                EventCodec.encode(Topic.CAPTURES, story.captured(1, "Terms.").event());
        String json = new String(record.value(), StandardCharsets.UTF_8)
                .replaceFirst("\"capturedAt\":\"[^\"]*\"", "\"capturedAt\":\"+300000-01-01T00:00:00Z\"");
        ProducerRecord<String, byte[]> refused = new ProducerRecord<>(
                record.topic(), null, record.key(), json.getBytes(StandardCharsets.UTF_8), record.headers());
        Story next = new Story("Refused Not");
        try (KafkaProbe probe = new KafkaProbe()) {
            int before = probe.deadLetters(Topic.CAPTURES, Service.GATEWAY).size();
            probe.send(refused);
            Gateway.tell(List.of(next.registered()));
            assertEquals(
                    200,
                    Gateway.signed()
                            .get("/api/v1/documents/" + next.documentId())
                            .statusCode());
            assertEquals(
                    404,
                    Gateway.signed()
                            .get("/api/v1/documents/" + story.documentId())
                            .statusCode());
            assertTrue(probe.deadLetters(Topic.CAPTURES, Service.GATEWAY).size() > before);
        }
    }

    private static String answer(String address) {
        return Gateway.signed().get(address).asString();
    }
}
