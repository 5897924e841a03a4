package dev.clausewatch.classifier.classification;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.classifier.assess.Classifier;
import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ClassificationCause;
import dev.clausewatch.events.Event;
import dev.clausewatch.events.EventType;
import dev.clausewatch.events.Ids;
import dev.clausewatch.events.ProvisionCorrection;
import dev.clausewatch.events.ToolVersion;
import dev.clausewatch.events.Topic;
import dev.clausewatch.testing.CanonicalEvents;
import dev.clausewatch.testing.ChangeEvents;
import dev.clausewatch.testing.KafkaProbe;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithKafka
@WithPostgres
class ReclassificationFlowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Classifier classifier;

    @Inject
    Classifications answers;

    @Inject
    ClassificationUpdater later;

    @Test
    void answersOfOtherRulesAreGivenAnewOnceAndNobodyIsTold() {
        ChangeClassified old = stored("again/once", "c-again", "of-before", List.of());
        JsonPath dry = batch("?dryRun=true");
        assertTrue(dry.getList("items.change").contains("c-again"));
        assertEquals(
                old.classification().ruleset().version(),
                answers.present("c-again")
                        .orElseThrow()
                        .data()
                        .classification()
                        .ruleset()
                        .version());

        assertTrue(batch("").getList("items.change").contains("c-again"));
        assertFalse(batch("").getList("items.change").contains("c-again"));

        try (KafkaProbe probe = new KafkaProbe()) {
            ChangeClassified now = told(probe, "again/once");
            assertEquals(
                    ClassificationCause.RULESET_UPGRADE, now.classification().cause());
            assertEquals(classifier.ruleset(), now.classification().ruleset());
            assertEquals(0, now.classification().correction());
            assertEquals(old.meaning().alert(), now.meaning().alert());
            assertTrue(now.classification()
                    .classifiedAt()
                    .isAfter(old.classification().classifiedAt()));
        }
        JsonPath report = service().get("/reclassification/changes").jsonPath();
        int at = report.getList("items.change").indexOf("c-again");
        assertEquals("of-before", report.getString("items[" + at + "].before.ruleset"));
        assertEquals(classifier.ruleset().version(), report.getString("items[" + at + "].after.ruleset"));
        assertTrue(report.getBoolean("items[" + at + "].different"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"maybe", "1", "yes"})
    void whatIsNeitherTrueNorFalseIsNoRun(String dryRun) {
        String change = "c-dry-" + dryRun;
        ChangeClassified old = stored("again/dry-" + dryRun, change, "of-before-" + dryRun, List.of());
        service()
                .post("/reclassification/batches?dryRun=" + dryRun)
                .then()
                .statusCode(400)
                .body("parameter", equalTo("dryRun"));
        assertEquals(
                old.classification().ruleset().version(),
                answers.present(change)
                        .orElseThrow()
                        .data()
                        .classification()
                        .ruleset()
                        .version());
    }

    @Test
    void aCorrectionWinsOverLaterRules() {
        ProvisionCorrection correction = new ProvisionCorrection(
                1,
                CanonicalEvents.changeDetected().touched().get(0).provisionId(),
                List.of("fees-or-refunds"),
                null,
                "Ada Reviewer",
                Instant.parse("2026-03-01T10:00:00Z"),
                "It is about money.");
        stored("again/corrected", "c-again-corrected", "of-before-too", List.of(correction));
        batch("");
        ChangeClassified now =
                answers.present("c-again-corrected").orElseThrow().data();
        assertEquals(classifier.ruleset(), now.classification().ruleset());
        assertEquals(List.of("fees-or-refunds"), now.meaning().types());
        assertEquals(List.of(correction), now.corrections());
        assertEquals(1, now.classification().correction());
    }

    @Test
    void whatAReviewerCorrectedLaterIsStillInTheReport() {
        stored("again/later", "c-later", "of-before-later", List.of());
        batch("");
        CurrentClassification upgraded = answers.present("c-later").orElseThrow();
        ProvisionCorrection correction = new ProvisionCorrection(
                1,
                CanonicalEvents.changeDetected().touched().get(0).provisionId(),
                List.of("fees-or-refunds"),
                null,
                "Ada Reviewer",
                Instant.parse("2026-03-01T10:00:00Z"),
                "It is about money.");
        QuarkusTransaction.requiringNew()
                .run(() -> answers.replace(upgraded, later.corrected(upgraded.data(), List.of(correction))));
        JsonPath report = service().get("/reclassification/changes").jsonPath();
        int at = report.getList("items.change").indexOf("c-later");
        assertEquals("of-before-later", report.getString("items[" + at + "].before.ruleset"));
        assertEquals(upgraded.data().meaning().types(), report.getList("items[" + at + "].after.types"));
    }

    @Test
    void rulesThatComeBackGiveTheirAnswerInAnEventOfItsOwn() {
        stored("again/back", "c-back", classifier.ruleset().version(), List.of());
        CurrentClassification first = answers.present("c-back").orElseThrow();
        QuarkusTransaction.requiringNew()
                .run(() -> answers.replace(first, withRuleset(first.data(), "tried", List.of())));
        batch("");
        CurrentClassification now = answers.present("c-back").orElseThrow();
        assertEquals(
                first.data().classification().classificationId(),
                now.data().classification().classificationId());
        assertFalse(first.eventId().equals(now.eventId()));
        assertTrue(now.data()
                .classification()
                .classifiedAt()
                .isAfter(first.data().classification().classifiedAt()));
    }

    @Test
    void aCursorThatIsNoneOfOursIsRefused() {
        service().post("/reclassification/batches?after=nonsense").then().statusCode(400);
        given().post("/reclassification/batches").then().statusCode(401);
    }

    private static JsonPath batch(String query) {
        return service()
                .post("/reclassification/batches" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static RequestSpecification service() {
        return given().header("Authorization", "Bearer test-token");
    }

    private static ChangeClassified told(KafkaProbe probe, String documentId) {
        await().atMost(PATIENCE)
                .until(() -> !probe.events(Topic.CLASSIFICATIONS, documentId).isEmpty());
        return (ChangeClassified)
                probe.events(Topic.CLASSIFICATIONS, documentId).get(0).data();
    }

    private ChangeClassified stored(
            String documentId, String changeId, String ruleset, List<ProvisionCorrection> corrections) {
        ChangeDetected change = change(documentId, changeId);
        ChangeClassified answer = ChangeEvents.classified(change)
                .answer(Ids.classification(changeId, ruleset, corrections.size()), corrections.size())
                .ruleset(new ToolVersion("clausewatch-rules", ruleset))
                .types(List.of("trackers"))
                .corrections(corrections)
                .build();
        QuarkusTransaction.requiringNew()
                .run(() -> answers.add(List.of(new Event(
                        Ids.event(
                                EventType.CHANGE_CLASSIFIED,
                                answer.classification().classificationId()),
                        answer.classification().classifiedAt(),
                        Classifications.SOURCE,
                        answer))));
        return answer;
    }

    private static ChangeClassified withRuleset(
            ChangeClassified of, String ruleset, List<ProvisionCorrection> corrections) {
        return ChangeEvents.classified(of)
                .answer(Ids.classification(of.change().changeId(), ruleset, 0), 0)
                .cause(ClassificationCause.RULESET_UPGRADE)
                .ruleset(new ToolVersion("clausewatch-rules", ruleset))
                .at(of.classification().classifiedAt().plusSeconds(1))
                .corrections(corrections)
                .machineSummary(null)
                .build();
    }

    private static ChangeDetected change(String documentId, String changeId) {
        return CanonicalEvents.changeDetected(CanonicalEvents.document(documentId), changeId);
    }
}
