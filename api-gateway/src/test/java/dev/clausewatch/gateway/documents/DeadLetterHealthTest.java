package dev.clausewatch.gateway.documents;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.EventCodec;
import dev.clausewatch.events.Service;
import dev.clausewatch.events.Settlement;
import dev.clausewatch.events.Severity;
import dev.clausewatch.events.Topic;
import dev.clausewatch.gateway.Gateway;
import dev.clausewatch.gateway.Story;
import dev.clausewatch.gateway.access.Sessions;
import dev.clausewatch.testing.KafkaProbe;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** What a document says of its versions that another service could not process. */
@QuarkusTest
@WithKafka
@WithPostgres
class DeadLetterHealthTest {

    private static final AtomicLong offsets = new AtomicLong();

    @TestHTTPResource(management = true)
    String management;

    @Inject
    Sessions sessions;

    @Test
    void aVersionThatCouldNotBeComparedHoldsItsDocument() {
        Story story = new Story("Held Harbour");
        Gateway.tell(List.of(story.registered(), story.captured(1, "a"), baseline(story), story.captured(2, "b")));
        document(story).body("source.status", equalTo("HEALTHY")).body("source.unprocessed", hasSize(0));

        bury(Service.DIFF, story.captured(2, "b"));

        document(story)
                .body("source.status", equalTo("HELD"))
                .body("source.unprocessed", hasSize(1))
                .body("source.unprocessed[0].stage", equalTo("COMPARE"))
                .body("source.unprocessed[0].state", equalTo("HELD"))
                .body("source.unprocessed[0].sequence", equalTo(2))
                .body("source.unprocessed[0].snapshotId", equalTo(story.snapshotId(2)))
                .body("source.unprocessed[0].firstSeenAt", equalTo(Story.at(2).toString()))
                .body("source.unprocessed[0].reason", equalTo("StackOverflowError"))
                .body("source.unprocessed[0].record", startsWith("clausewatch.captures.v1-3@"));
        Gateway.signed()
                .get("/api/v1/documents?health=held&limit=100")
                .then()
                .body("items.id", hasItem(story.documentId()));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> RestAssured.get(management + "metrics")
                        .asString()
                        .lines()
                        .anyMatch(line -> line.startsWith("clausewatch_documents_held") && !line.endsWith(" 0.0")));
        assertEquals(
                200,
                RestAssured.get(management + "health/ready").statusCode(),
                "somebody else's fault is none of ours");
    }

    @Test
    void thePagesSayItInASentence() {
        Story story = new Story("Plain Harbour");
        Gateway.tell(List.of(story.registered(), story.captured(1, "a"), baseline(story), story.captured(2, "b")));
        bury(Service.DIFF, story.captured(2, "b"));
        String sentence = "The version first seen on 1 Apr 2026, 02:00 UTC could not be compared with the one before.";
        page("/documents?platform=plain-harbour").body(containsString(sentence));
        page("/documents?platform=plain-harbour").body(containsString("Not fully processed"));
        page("/?document=" + story.documentId()).body(containsString(sentence));
        page("/").body(not(containsString(sentence))).body(containsString("not fully processed"));
    }

    @Test
    void aLaterVersionThatIsComparedLeavesTheMissingOneAsANote() {
        Story story = new Story("Passed Harbour");
        Gateway.tell(List.of(story.registered(), story.captured(1, "a"), baseline(story), story.captured(2, "b")));
        bury(Service.DIFF, story.captured(2, "b"));
        Gateway.tell(List.of(story.captured(3, "c"), story.detected(change(story, 2))));

        document(story)
                .body("source.status", equalTo("HEALTHY"))
                .body("source.unprocessed.sequence", equalTo(List.of(2)))
                .body("source.unprocessed[0].state", equalTo("PASSED"));
        page("/?document=" + story.documentId()).body(containsString("Later versions are compared again."));
    }

    @Test
    void theSameVersionProcessedAfterAllClearsIt() {
        Story story = new Story("Mended Harbour");
        Gateway.tell(List.of(story.registered(), story.captured(1, "a"), baseline(story), story.captured(2, "b")));
        bury(Service.DIFF, story.captured(2, "b"));
        document(story).body("source.status", equalTo("HELD"));
        Gateway.tell(List.of(story.detected(change(story, 1))));
        document(story).body("source.status", equalTo("HEALTHY")).body("source.unprocessed", hasSize(0));
    }

    @Test
    void aChangeThatCouldNotBeClassifiedSaysThatNobodyWasTold() {
        Story story = new Story("Unread Harbour");
        ChangeDetected change = change(story, 1);
        Gateway.tell(List.of(story.registered(), story.captured(2, "b"), story.detected(change)));
        bury(Service.CLASSIFIER, story.detected(change));
        document(story)
                .body("source.status", equalTo("HELD"))
                .body("source.unprocessed[0].stage", equalTo("CLASSIFY"))
                .body("source.unprocessed[0].changeId", equalTo(change.changeId()));
        page("/changes/" + change.changeId()).body(containsString("nobody was told of it"));

        Gateway.tell(List.of(story.classified(change, 0, Severity.LOW, "copyright")));
        document(story).body("source.status", equalTo("HEALTHY")).body("source.unprocessed", hasSize(0));
        page("/changes/" + change.changeId()).body(not(containsString("nobody was told of it")));
    }

    @Test
    void whatCannotBeReadHoldsItsDocumentUntilTheNewestTextIsSeenToStand() {
        Story story = new Story("Garbled Harbour");
        Gateway.tell(List.of(story.registered(), story.captured(1, "a"), baseline(story)));
        bury(
                Service.DIFF,
                new ProducerRecord<>("any", story.documentId(), "no event".getBytes(StandardCharsets.UTF_8)));
        document(story).body("source.status", equalTo("HELD")).body("source.unprocessed[0].sequence", equalTo(null));
        page("/?document=" + story.documentId()).body(containsString("A change may be missing."));

        Gateway.tell(List.of(story.verified(1, Story.at(1_000_000))));
        document(story).body("source.status", equalTo("HEALTHY")).body("source.unprocessed", hasSize(0));
    }

    @Test
    void aSourceThatFailsTooStillSaysSo() {
        Story story = new Story("Failing Harbour");
        Gateway.tell(List.of(story.registered(), story.captured(1, "a"), baseline(story), story.captured(2, "b")));
        bury(Service.DIFF, story.captured(2, "b"));
        Gateway.tell(List.of(story.failed(Story.at(5))));
        document(story).body("source.status", equalTo("HELD")).body("source.reason", equalTo("timeout"));
    }

    @Test
    void letterAfterLetterOfOneVersionIsOneNoteAndSurvivesARebuild() {
        Story story = new Story("Repeated Harbour");
        Gateway.tell(List.of(story.registered(), story.captured(1, "a"), baseline(story), story.captured(2, "b")));
        bury(Service.DIFF, story.captured(2, "b"));
        bury(Service.DIFF, story.captured(2, "b"));
        String before =
                document(story).body("source.unprocessed", hasSize(1)).extract().asString();
        Gateway.signed().post("/api/v1/admin/read-model/rebuild").then().statusCode(202);
        Gateway.awaitReadModel();
        assertEquals(before, document(story).extract().asString());
    }

    @Test
    void aLetterThatTheDatabaseRefusesStopsNothing() {
        Story story = new Story("After Harbour");
        // An index of PostgreSQL takes no key of this length, unless it can be compressed.
        String key = new Random(1)
                .ints(20_000, 'a', 'z')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        bury(Service.DIFF, new ProducerRecord<>("any", key, "no event".getBytes(StandardCharsets.UTF_8)));
        bury(Service.DIFF, new ProducerRecord<>("any", null, "no event".getBytes(StandardCharsets.UTF_8)));
        Gateway.tell(List.of(story.registered(), story.captured(2, "b")));
        bury(Service.DIFF, story.captured(2, "b"));
        document(story).body("source.status", equalTo("HELD"));
    }

    private static Story.Told baseline(Story story) {
        return story.detected(story.change(0, ChangeKind.BASELINE, Settlement.SETTLED, "", "a"));
    }

    private static ChangeDetected change(Story story, int sequence) {
        return story.change(sequence, ChangeKind.SUBSTANTIVE, Settlement.SETTLED, "a", "b");
    }

    private static void bury(Service service, Story.Told told) {
        bury(service, EventCodec.encode(told.topic(), told.event()));
    }

    /** As a service does: the record as it came, and where and why in headers. */
    private static void bury(Service service, ProducerRecord<String, byte[]> record) {
        Topic topic = service == Service.DIFF ? Topic.CAPTURES : Topic.CHANGES;
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(topic.deadLetters(service), null, record.key(), record.value(), record.headers());
        Map.of(
                        "dead-letter-reason",
                        "StackOverflowError",
                        "dead-letter-topic",
                        topic.topicName(),
                        "dead-letter-partition",
                        "3",
                        "dead-letter-offset",
                        Long.toString(offsets.incrementAndGet()))
                .forEach((name, value) -> letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try (KafkaProbe probe = new KafkaProbe()) {
            probe.send(letter);
        }
        Gateway.awaitReadModel();
    }

    private static ValidatableResponse document(Story story) {
        return Gateway.signed()
                .get("/api/v1/documents/" + story.documentId())
                .then()
                .statusCode(200);
    }

    private ValidatableResponse page(String path) {
        String session = sessions.begin(Gateway.firstKey()).orElseThrow();
        return RestAssured.given()
                .urlEncodingEnabled(false)
                .cookie(Sessions.COOKIE, session)
                .get(path)
                .then()
                .statusCode(200);
    }
}
