package dev.clausewatch.classifier.classification;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.classifier.assess.Classifier;
import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeSettled;
import dev.clausewatch.events.Event;
import dev.clausewatch.events.RegisterPublished;
import dev.clausewatch.events.Service;
import dev.clausewatch.events.Topic;
import dev.clausewatch.testing.CanonicalEvents;
import dev.clausewatch.testing.KafkaProbe;
import dev.clausewatch.testing.PoisonRecords;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

@QuarkusTest
@WithKafka
@WithPostgres
class ClassificationFlowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TestHTTPResource(management = true)
    String management;

    @Inject
    Classifier classifier;

    @Inject
    Classifications answers;

    @Inject
    RegisterReleaseRepository releases;

    @Inject
    Flyway flyway;

    @Test
    void hasTheEncoderBesideTheQuickModel() {
        assertNotEquals(Classifier.shipped().ruleset(), classifier.ruleset());
    }

    @Test
    void aDetectedChangeIsClassifiedOnceHoweverOftenItComes() {
        Event detected = CanonicalEvents.event(change("flow/once", "c-once"));
        try (KafkaProbe probe = new KafkaProbe()) {
            probe.publish(Topic.CHANGES, detected, detected);
            await().atMost(PATIENCE)
                    .until(() ->
                            probe.events(Topic.CLASSIFICATIONS, "flow/once").size() == 2);
            List<Event> events = probe.events(Topic.CLASSIFICATIONS, "flow/once");
            assertEquals(events.get(0), events.get(1));
            ChangeClassified classified = (ChangeClassified) events.get(0).data();
            assertEquals(detected.data(), classified.change());
            assertEquals(
                    classified.change().touched().size(),
                    classified.provisions().size());
            assertEquals(classifier.ruleset(), classified.classification().ruleset());
            assertEquals(1, answers.first(List.of("c-once")).size());
        }
    }

    @Test
    void aLaterRereadGivesTheStoredEventAgain() {
        Event detected = CanonicalEvents.event(change("flow/reread", "c-reread"));
        try (KafkaProbe probe = new KafkaProbe()) {
            probe.publish(Topic.CHANGES, detected);
            await().atMost(PATIENCE)
                    .until(() ->
                            probe.events(Topic.CLASSIFICATIONS, "flow/reread").size() == 1);
            probe.publish(Topic.CHANGES, detected);
            await().atMost(PATIENCE)
                    .until(() ->
                            probe.events(Topic.CLASSIFICATIONS, "flow/reread").size() == 2);
            List<Event> events = probe.events(Topic.CLASSIFICATIONS, "flow/reread");
            assertEquals(events.get(0), events.get(1));
        }
    }

    @Test
    void aSettlementPassesOnUnchangedBehindItsChange() {
        Event detected = CanonicalEvents.event(change("flow/settled", "c-settled"));
        ChangeSettled example = CanonicalEvents.changeSettled();
        Event settled = CanonicalEvents.event(new ChangeSettled(
                CanonicalEvents.document("flow/settled"),
                "c-settled",
                example.as(),
                example.settledAt(),
                example.evidenceSnapshotId(),
                example.reason()));
        try (KafkaProbe probe = new KafkaProbe()) {
            probe.publish(Topic.CHANGES, detected, settled);
            await().atMost(PATIENCE)
                    .until(() ->
                            probe.events(Topic.CLASSIFICATIONS, "flow/settled").size() == 2);
            List<Event> events = probe.events(Topic.CLASSIFICATIONS, "flow/settled");
            assertTrue(events.get(0).data() instanceof ChangeClassified);
            assertEquals(settled, events.get(1));
        }
    }

    @Test
    void whatIsNoEventBecomesADeadLetterAndTheRestGoesOn() {
        Event detected = CanonicalEvents.event(change("flow/rest", "c-rest"));
        try (KafkaProbe probe = new KafkaProbe()) {
            probe.publishRaw(Topic.CHANGES, "flow/rest", "no event".getBytes(StandardCharsets.UTF_8));
            probe.publish(Topic.CHANGES, detected);
            await().atMost(PATIENCE)
                    .until(() ->
                            probe.events(Topic.CLASSIFICATIONS, "flow/rest").size() == 1);
            await().atMost(PATIENCE)
                    .until(() -> probe.deadLetters(Topic.CHANGES, Service.CLASSIFIER).stream()
                            .anyMatch(letter -> "flow/rest".equals(letter.key())));
        }
    }

    @Test
    void migrationsHaveAConnectionWithoutATimeOut() {
        PGSimpleDataSource connection = assertInstanceOf(
                PGSimpleDataSource.class, flyway.getConfiguration().getDataSource());
        assertEquals(0, connection.getSocketTimeout());
    }

    @Test
    void aPoisonRecordOnEveryTopicFindsItsDeadLetterTopic() {
        try (KafkaProbe probe = new KafkaProbe()) {
            PoisonRecords poison = new PoisonRecords(probe, Service.CLASSIFIER);
            poison.publish();
            await().atMost(PATIENCE).until(() -> poison.unburied().isEmpty());
        }
    }

    @Test
    void theRegisterIsPublishedAsTheSameEventForTheSameRules() {
        try (KafkaProbe probe = new KafkaProbe()) {
            await().atMost(PATIENCE).until(() -> !probe.events(Topic.REGISTER).isEmpty());
            Event event = probe.events(Topic.REGISTER).get(0);
            RegisterPublished register = (RegisterPublished) event.data();
            assertEquals(classifier.ruleset(), register.ruleset());
            assertEquals(classifier.register().types(), register.types());
            assertEquals(event.time(), releases.releasedAt(classifier.ruleset().version(), Instant.now()));
        }
    }

    @Test
    void theRegisterInUseCanBeRead() {
        given().get("/register").then().statusCode(401);
        given().header("Authorization", "Bearer test-token")
                .get("/register")
                .then()
                .statusCode(200)
                .body("ruleset.version", equalTo(classifier.ruleset().version()))
                .body("types", hasSize(41));
    }

    @Test
    void itIsReady() {
        await().atMost(PATIENCE)
                .until(() -> given().get(management + "health/ready").statusCode() == 200);
    }

    private static ChangeDetected change(String documentId, String changeId) {
        return CanonicalEvents.changeDetected(CanonicalEvents.document(documentId), changeId);
    }
}
