package dev.clausewatch.classifier.wording;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.classifier.assess.Classifier;
import dev.clausewatch.classifier.classification.ChangesInHand;
import dev.clausewatch.events.Assessment;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.Event;
import dev.clausewatch.events.EvidenceSpan;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.TextFormat;
import dev.clausewatch.events.Topic;
import dev.clausewatch.events.Wording;
import dev.clausewatch.events.WordingAdded;
import dev.clausewatch.events.WordingAssessed;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.testing.CanonicalEvents;
import dev.clausewatch.testing.KafkaProbe;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Words of provisions in, what they do out, once for each wording and rule set. */
@QuarkusTest
@WithKafka
@WithPostgres
class AssessmentFlowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String NON_COMPETE =
            "You may not use the service or its output to develop models that compete with ours.";

    private final KafkaProbe kafka = new KafkaProbe();

    @Inject
    Classifier classifier;

    @Inject
    Database database;

    @Inject
    ChangesInHand changes;

    @Inject
    AssessmentSchedule schedule;

    @Inject
    Wordings wordings;

    @AfterEach
    void close() {
        kafka.close();
    }

    @Test
    void theSameWordingInThreeDocumentsIsAssessedOnce() {
        List<DocumentRef> documents =
                List.of(document("wording/one"), document("wording/two"), document("wording/three"));
        Wording wording = Wording.of(documents.getFirst(), List.of("Use of output"), null, NON_COMPETE);
        documents.forEach(document -> add(document, wording));
        Wording last = Wording.of(documents.getLast(), List.of(), null, "Behind the others of its document.");
        documents.forEach(document -> add(document, last));
        answers(last, 1);
        WordingAssessed answer = answers(wording, 1).getFirst();
        assertEquals(Assessment.ASSESSED, answer.assessment());
        assertEquals(classifier.ruleset(), answer.ruleset());
        ProvisionType type = answer.types().getFirst();
        assertEquals("non-compete", type.id());
        EvidenceSpan evidence = type.evidence().getFirst();
        assertTrue(NON_COMPETE.contains(TextFormat.slice(NON_COMPETE, evidence.start(), evidence.end())));
        assertEquals(classifier.register().areasOf(ids(answer)), answer.areas());
        assertEquals(1, logged(wording));
    }

    @Test
    void whatIsNotEnglishIsMarked() {
        DocumentRef english = document("wording/german");
        DocumentRef german = new DocumentRef(
                english.id(), english.platform(), english.termsType(), "de", english.jurisdictions(), english.url());
        Wording wording = Wording.of(german, List.of(), null, "Sie dürfen den Dienst jederzeit kündigen.");
        add(german, wording);
        WordingAssessed answer = answers(wording, 1).getFirst();
        assertEquals(Assessment.NOT_ASSESSED, answer.assessment());
        assertNotNull(answer.note());
        assertEquals(List.of(), answer.types());
    }

    @Test
    void anAnswerThatWasStoredAndNotPublishedWhenTheProcessDiedIsPublishedAsTheSameEvent() {
        Wording wording = added("wording/killed", "You may cancel a paid plan at any time.");
        answers(wording, 1);
        QuarkusTransaction.requiringNew()
                .run(() -> database.sql("update event_log set published_at = null where event_key = :wording")
                        .bind("wording", wording.id())
                        .update());
        answers(wording, 2);
        List<Event> events = kafka.events(Topic.ASSESSMENTS, wording.id());
        assertEquals(events.get(0), events.get(1));
    }

    @Test
    void otherRulesAssessAWordingAnewInTheBackground() {
        Wording wording = added("wording/rules", "We may change these terms at any time without notice.");
        WordingAssessed first = answers(wording, 1).getFirst();
        given().header("Authorization", "Bearer test-token")
                .get("/reclassification")
                .then()
                .statusCode(200);
        assessedBy(wording, "before", AssessmentSchedule.SETTLED_AFTER.plusMinutes(1));
        WordingAssessed second = answers(wording, 2).get(1);
        assertEquals(classifier.ruleset(), second.ruleset());
        assertEquals(first.types(), second.types());
        assertTrue(second.assessedAt().isAfter(first.assessedAt()));
    }

    @Test
    void whatAnotherReleaseAssessedJustNowIsLeftToIt() {
        Wording wording = added("wording/side-by-side", "We keep your messages for ninety days.");
        answers(wording, 1);
        assessedBy(wording, "of-another-release", Duration.ZERO);
        schedule.assess();
        assertEquals(1, logged(wording));
        assertTrue(wordings.countOfOthers(classifier.ruleset().version()) >= 1);
        assertTrue(wordings.count() >= 1);
    }

    @Test
    void changesComeFirst() {
        changes.work(() -> {
            Wording wording = added("wording/behind", "You own what you upload to the service.");
            await().atMost(PATIENCE).until(() -> isKept(wording));
            schedule.assess();
            assertEquals(0, logged(wording));
            assertFalse(isAssessed(wording));
        });
    }

    @Test
    void aWordingOfTodayNeedNotWaitForAnImport() {
        changes.work(() -> {
            List<Wording> imported = IntStream.range(0, 5)
                    .mapToObj(number -> added("wording/imported", "Clause " + number + " of an old version."))
                    .toList();
            await().atMost(PATIENCE).until(() -> imported.stream().allMatch(this::isKept));
            Wording today = added("wording/today", "You may not resell the service after today.");
            await().atMost(PATIENCE).until(() -> isKept(today));
            assertEquals(
                    today,
                    wordings.due(classifier.ruleset().version(), Instant.EPOCH, 3)
                            .getFirst()
                            .wording());
        });
    }

    private Wording added(String documentId, String text) {
        DocumentRef document = document(documentId);
        Wording wording = Wording.of(document, List.of("Terms"), null, text);
        add(document, wording);
        return wording;
    }

    private void add(DocumentRef document, Wording... added) {
        kafka.publish(Topic.PROVISIONS, CanonicalEvents.event(new WordingAdded(document, Arrays.asList(added))));
    }

    private static DocumentRef document(String id) {
        return CanonicalEvents.document(id);
    }

    private List<WordingAssessed> answers(Wording wording, int count) {
        return await().atMost(PATIENCE)
                .until(
                        () -> kafka.events(Topic.ASSESSMENTS, wording.id()).stream()
                                .map(event -> (WordingAssessed) event.data())
                                .toList(),
                        found -> found.size() >= count);
    }

    private static List<String> ids(WordingAssessed answer) {
        return answer.types().stream().map(ProvisionType::id).toList();
    }

    private void assessedBy(Wording wording, String ruleset, Duration ago) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.sql("""
                        update wording set ruleset_version = :ruleset,
                            assessed_at = assessed_at - make_interval(secs => :seconds)
                        where wording_id = :wording""")
                        .bind("ruleset", ruleset)
                        .bind("seconds", ago.toSeconds())
                        .bind("wording", wording.id())
                        .update());
    }

    private long logged(Wording wording) {
        return database.sql("select count(*) from event_log where event_key = :wording")
                .bind("wording", wording.id())
                .one(Long.class);
    }

    private boolean isKept(Wording wording) {
        return database.sql("select exists (select 1 from wording where wording_id = :wording)")
                .bind("wording", wording.id())
                .one(Boolean.class);
    }

    private boolean isAssessed(Wording wording) {
        return database.sql("select ruleset_version is not null from wording where wording_id = :wording")
                .bind("wording", wording.id())
                .one(Boolean.class);
    }
}
