package dev.clausewatch.classifier.correction;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clausewatch.classifier.assess.Classifier;
import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ClassificationCause;
import dev.clausewatch.events.Event;
import dev.clausewatch.events.Ids;
import dev.clausewatch.events.Topic;
import dev.clausewatch.testing.CanonicalEvents;
import dev.clausewatch.testing.KafkaProbe;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithKafka
@WithPostgres
class CorrectionFlowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String FEES = "{\"types\": [\"fees-or-refunds\"], \"reason\": \"It is about money.\"}";
    private static final String NOTHING = "{\"types\": [], \"materiality\": \"EDITORIAL\", \"reason\": \"No clause.\"}";

    @Inject
    Classifier classifier;

    @Test
    void aCorrectionWinsIsToldOnceAndNeverAlertsAnew() {
        try (KafkaProbe probe = new KafkaProbe()) {
            ChangeClassified machine = classified(probe, "correct/once", "c-correct");
            correct(machine, FEES)
                    .statusCode(200)
                    .body("types", equalTo(List.of("fees-or-refunds")))
                    .body("areas", equalTo(classifier.register().areasOf(List.of("fees-or-refunds"))))
                    .body("correction.number", equalTo(1))
                    .body("correction.reviewer", equalTo("Ada Reviewer"));
            correct(machine, FEES).statusCode(200).body("correction.number", equalTo(1));
            correct(machine, NOTHING)
                    .statusCode(200)
                    .body("correction.number", equalTo(2))
                    .body("severity", nullValue());

            List<Event> events = events(probe, "correct/once", 3);
            ChangeClassified first = (ChangeClassified) events.get(1).data();
            assertEquals(ClassificationCause.CORRECTION, first.classification().cause());
            assertEquals(1, first.classification().correction());
            assertEquals(List.of("fees-or-refunds"), first.meaning().types());
            assertEquals("It is about money.", first.corrections().get(0).reason());
            assertEquals(
                    Ids.classification("c-correct", classifier.ruleset().version(), 1),
                    first.classification().classificationId());
            assertEquals(machine.meaning().alert(), first.meaning().alert());
            assertTrue(first.classification()
                    .classifiedAt()
                    .isAfter(machine.classification().classifiedAt()));
            ChangeClassified second = (ChangeClassified) events.get(2).data();
            assertEquals(2, second.classification().correction());
            assertEquals(1, second.corrections().size());
            assertEquals(List.of(), second.meaning().types());
        }
    }

    @Test
    void aWithdrawnCorrectionLeavesTheRulesToDecide() {
        try (KafkaProbe probe = new KafkaProbe()) {
            ChangeClassified machine = classified(probe, "correct/withdrawn", "c-withdrawn");
            correct(machine, NOTHING).statusCode(200);
            withdraw(machine)
                    .statusCode(200)
                    .body("types", equalTo(machine.meaning().types()))
                    .body("correction", nullValue());
            withdraw(machine).statusCode(404);
            ChangeClassified last = (ChangeClassified)
                    events(probe, "correct/withdrawn", 3).get(2).data();
            assertEquals(2, last.classification().correction());
            assertEquals(machine.provisions(), last.provisions());
            assertEquals(List.of(), last.corrections());
        }
    }

    @Test
    void correctionsAreHandedOutAsLabelledProvisions() throws IOException {
        try (KafkaProbe probe = new KafkaProbe()) {
            ChangeClassified machine = classified(probe, "correct/export", "c-export");
            correct(machine, FEES).statusCode(200);
            String lines = given().header("Authorization", "Bearer test-token")
                    .get("/corrections.jsonl")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            String id = Ids.sha256("c-export/" + provision(machine));
            String line =
                    lines.lines().filter(one -> one.contains(id)).findFirst().orElseThrow();
            JsonNode json = new ObjectMapper().readTree(line);
            assertEquals(machine.document().platform(), json.path("service").asText());
            assertEquals(machine.document().termsType(), json.path("termsType").asText());
            assertEquals("fees-or-refunds", json.path("types").path(0).asText());
            assertEquals(
                    Objects.requireNonNull(machine.change().touched().get(0).after())
                            .text(),
                    json.path("text").asText());
            assertFalse(json.path("heading").asText().isEmpty());
        }
    }

    @Test
    void whatIsWrongIsSaidFieldByField() {
        try (KafkaProbe probe = new KafkaProbe()) {
            ChangeClassified machine = classified(probe, "correct/wrong", "c-wrong");
            correct(machine, "{\"types\": [\"no-type\"], \"materiality\": \"HUGE\", \"why\": \"x\"}")
                    .statusCode(422)
                    .body("errors.field", hasItems("types[0]", "materiality", "reason", "why"))
                    .body("detail", containsString("no-type"));
            correct(machine, "{").statusCode(400);
            put("c-wrong", "another", FEES).statusCode(404).body("detail", containsString("does not touch"));
            put("no-change", "p", FEES).statusCode(404).body("detail", containsString("no-change"));
            assertEquals(1, probe.events(Topic.CLASSIFICATIONS, "correct/wrong").size());
        }
    }

    @Test
    void onlyOurOwnServicesCorrect() {
        given().body(FEES)
                .put("/changes/c/provisions/p/correction?reviewer=x")
                .then()
                .statusCode(401);
    }

    private ChangeClassified classified(KafkaProbe probe, String documentId, String changeId) {
        probe.publish(Topic.CHANGES, CanonicalEvents.event(change(documentId, changeId)));
        return (ChangeClassified) events(probe, documentId, 1).get(0).data();
    }

    private static List<Event> events(KafkaProbe probe, String documentId, int count) {
        await().atMost(PATIENCE)
                .until(() -> probe.events(Topic.CLASSIFICATIONS, documentId).size() == count);
        return probe.events(Topic.CLASSIFICATIONS, documentId);
    }

    private static ValidatableResponse correct(ChangeClassified change, String body) {
        return put(change.change().changeId(), provision(change), body);
    }

    private static ValidatableResponse put(String changeId, String provisionId, String body) {
        return given().header("Authorization", "Bearer test-token")
                .body(body)
                .queryParam("reviewer", "Ada Reviewer")
                .put("/changes/" + changeId + "/provisions/" + provisionId + "/correction")
                .then();
    }

    private static ValidatableResponse withdraw(ChangeClassified change) {
        return given().header("Authorization", "Bearer test-token")
                .delete("/changes/" + change.change().changeId() + "/provisions/" + provision(change) + "/correction")
                .then();
    }

    private static String provision(ChangeClassified change) {
        return change.change().touched().get(0).provisionId();
    }

    private static ChangeDetected change(String documentId, String changeId) {
        return CanonicalEvents.changeDetected(CanonicalEvents.document(documentId), changeId);
    }
}
