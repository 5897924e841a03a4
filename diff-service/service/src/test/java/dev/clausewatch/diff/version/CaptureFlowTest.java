package dev.clausewatch.diff.version;

import static io.restassured.RestAssured.get;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.diff.Texts;
import dev.clausewatch.diff.change.Differ;
import dev.clausewatch.diff.change.Story;
import dev.clausewatch.diff.segment.Segmenter;
import dev.clausewatch.events.CaptureCause;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.ChangeSettled;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.Event;
import dev.clausewatch.events.Ids;
import dev.clausewatch.events.Origin;
import dev.clausewatch.events.ProvisionRef;
import dev.clausewatch.events.Service;
import dev.clausewatch.events.SettlementOutcome;
import dev.clausewatch.events.SnapshotCaptured;
import dev.clausewatch.events.SnapshotVerified;
import dev.clausewatch.events.Topic;
import dev.clausewatch.testing.KafkaProbe;
import dev.clausewatch.testing.PoisonRecords;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithKafka
@WithPostgres
class CaptureFlowTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00.123456Z");
    private static final String A = "# Terms\n\nYou may leave at any time.\n\nYou pay 10 € a month.\n";
    private static final String B = A.replace("10 €", "12 €");

    private final KafkaProbe kafka = new KafkaProbe();

    @TestHTTPResource(management = true)
    String management;

    @Inject
    VersionRepository versions;

    @Inject
    ParkedSnapshotRepository parked;

    @Inject
    ResegmentationSchedule recuts;

    @AfterEach
    void close() {
        kafka.close();
    }

    @Test
    void twoSnapshotsBecomeABaselineAndAChange() {
        List<Event> captures = captures("flow/two", A, B);
        publish(captures);
        List<Event> announced = announced("flow/two", 2);
        ChangeDetected baseline = (ChangeDetected) announced.get(0).data();
        ChangeDetected change = (ChangeDetected) announced.get(1).data();
        assertEquals(ChangeKind.BASELINE, baseline.verdict().kind());
        assertEquals(ChangeKind.SUBSTANTIVE, change.verdict().kind());
        assertTrue(change.verdict().alertable());
        assertEquals(baseline.to(), change.from());
        assertEquals(baseline.provisions(), change.provisions());
        assertEquals(1, change.touched().size());
        assertEquals(change.changeId(), announced.get(1).id());
        assertEquals(change.provenance().detectedAt(), announced.get(1).time());
        assertEquals("/diff-service", announced.get(1).source());
    }

    @Test
    void aSnapshotReadTwiceStoresNothingAndPublishesTheSameEvent() {
        List<Event> captures = captures("flow/twice", A, B);
        publish(captures);
        announced("flow/twice", 2);
        publish(captures);
        List<Event> announced = announced("flow/twice", 4);
        assertEquals(announced.subList(0, 2), announced.subList(2, 4));
        assertEquals(2, count("flow/twice"));
    }

    @Test
    void aSnapshotWaitsForTheOneBeforeIt() {
        List<Event> captures = captures("flow/gap", A, B, A + "\nMore.\n");
        publish(List.of(captures.get(0)));
        announced("flow/gap", 1);
        publish(List.of(captures.get(2)));
        await().atMost(Duration.ofSeconds(20)).until(() -> waiting("flow/gap") == 1);
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        get(management + "metrics").asString().contains("clausewatch_snapshots_waiting_for_gap 1.0"));
        assertEquals(1, announced("flow/gap", 1).size());
        publish(List.of(captures.get(1)));
        List<Event> announced = announced("flow/gap", 3);
        assertEquals(List.of(1L, 2L, 3L), sequences(announced));
        // The snapshot that closed the gap drove both: read again, both are published again.
        publish(List.of(captures.get(1)));
        assertEquals(announced.subList(1, 3), announced("flow/gap", 5).subList(3, 5));
        assertEquals(0, waiting("flow/gap"));
    }

    @Test
    void textsThatAnEarlierSegmenterCutAreCutAnewSilentlyAndKeepTheirIds() {
        publish(captures("flow/recut", A, B));
        List<ProvisionRef> provisions =
                ((ChangeDetected) announced("flow/recut", 2).get(1).data()).provisions();
        QuarkusTransaction.requiringNew()
                .run(() -> versions.getEntityManager()
                        .createQuery("update StoredText set segmenterVersion = '0' where snapshotId in"
                                + " (select snapshotId from StoredVersion where documentId = 'flow/recut')")
                        .executeUpdate());
        recuts.resegment();
        ChangeDetected resegment =
                (ChangeDetected) announced("flow/recut", 3).get(2).data();
        assertEquals(ChangeKind.TECHNICAL, resegment.verdict().kind());
        assertFalse(resegment.verdict().alertable());
        assertEquals(resegment.from(), resegment.to());
        assertEquals(2, resegment.to().sequence());
        assertEquals(provisions, resegment.provisions());
        List<Event> events = announced("flow/recut", 3);
        // What it says of the document was known when the version came.
        assertEquals(events.get(1).time(), events.get(2).time());
        recuts.resegment();
        assertEquals(
                List.of(),
                QuarkusTransaction.requiringNew()
                        .call(() -> versions.cutOtherwise(Segmenter.VERSION, Differ.coarseCut(), "", 10)));
        assertEquals(3, announced("flow/recut", 3).size());
    }

    @Test
    void afterARecutTheNewestVersionThatIsNotSuspectIsAnnounced() {
        publish(captures("flow/recut-suspect", (A + "\n").repeat(40), A));
        ChangeDetected suspect =
                (ChangeDetected) announced("flow/recut-suspect", 2).get(1).data();
        assertEquals(ChangeKind.SUSPECT, suspect.verdict().kind());
        QuarkusTransaction.requiringNew()
                .run(() -> versions.getEntityManager()
                        .createQuery("update StoredText set segmenterVersion = '0' where snapshotId in"
                                + " (select snapshotId from StoredVersion where documentId = 'flow/recut-suspect')")
                        .executeUpdate());
        recuts.resegment();
        ChangeDetected resegment =
                (ChangeDetected) announced("flow/recut-suspect", 3).get(2).data();
        assertEquals(ChangeKind.TECHNICAL, resegment.verdict().kind());
        assertEquals(1, resegment.to().sequence());
        assertEquals(3, announced("flow/recut-suspect", 3).size());
    }

    @Test
    void wordsThatCameWithAnotherReadingAreConfirmedBesideASuspectText() {
        String page = (A + "\n").repeat(40);
        String more = page + "\nWe may use the content that you upload to develop and train our AI models.\n";
        List<Event> captures = captures(
                "flow/may-be-new",
                List.of(CaptureCause.SITE, CaptureCause.EXTRACTOR_UPGRADE, CaptureCause.SITE, CaptureCause.SITE),
                page,
                more,
                A,
                more);
        publish(captures.subList(0, 3));
        List<Event> announced = announced("flow/may-be-new", 3);
        ChangeDetected mayBeNew = (ChangeDetected) announced.get(1).data();
        ChangeDetected suspect = (ChangeDetected) announced.get(2).data();
        assertEquals("may-be-new", mayBeNew.verdict().alertableReason());
        assertEquals(ChangeKind.SUSPECT, suspect.verdict().kind());
        publish(captures.subList(3, 4));
        List<ChangeSettled> settled = announced("flow/may-be-new", 6).stream()
                .map(Event::data)
                .filter(ChangeSettled.class::isInstance)
                .map(ChangeSettled.class::cast)
                .toList();
        assertEquals(
                List.of(mayBeNew.changeId(), suspect.changeId()),
                settled.stream().map(ChangeSettled::changeId).toList());
        assertEquals(SettlementOutcome.CONFIRMED, settled.getFirst().as());
    }

    @Test
    void aFlappingTextIsConfirmedByAVerificationAfterTheHoldTime() {
        List<Event> captures = captures("flow/flapping", A, B, A, B);
        publish(captures);
        ChangeDetected flapping =
                (ChangeDetected) announced("flow/flapping", 4).get(3).data();
        assertEquals("flapping", flapping.verdict().alertableReason());
        Event early = verified(flapping, Duration.ofDays(6));
        Event late = verified(flapping, Duration.ofDays(7));
        publish(List.of(early, late, late));
        List<Event> announced = announced("flow/flapping", 6);
        ChangeSettled settled = (ChangeSettled) announced.get(4).data();
        assertEquals(SettlementOutcome.CONFIRMED, settled.as());
        assertEquals(flapping.changeId(), settled.changeId());
        assertEquals(announced.get(4), announced.get(5));
    }

    @Test
    void aSuspectTextThatGoesAwayIsWithdrawnBeforeTheReturnIsTold() {
        String full = Texts.document(Texts.clauses(new Random(1), 30));
        publish(captures("flow/suspect", full, "# Terms\n\nPlease sign in.\n", full));
        List<Event> announced = announced("flow/suspect", 4);
        assertEquals(
                ChangeKind.SUSPECT,
                ((ChangeDetected) announced.get(1).data()).verdict().kind());
        assertEquals(
                SettlementOutcome.WITHDRAWN, ((ChangeSettled) announced.get(2).data()).as());
        assertEquals(
                ChangeKind.REVERTED,
                ((ChangeDetected) announced.get(3).data()).verdict().kind());
    }

    @Test
    void whatIsNoEventBecomesADeadLetterAndTheRestGoesOn() {
        kafka.publishRaw(Topic.CAPTURES, "flow/broken", "not json".getBytes(StandardCharsets.UTF_8));
        publish(captures("flow/broken", A));
        announced("flow/broken", 1);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> kafka.deadLetters(Topic.CAPTURES, Service.DIFF).stream()
                        .anyMatch(record -> "flow/broken".equals(record.key())));
    }

    @Test
    void aDocumentGoesOnWithoutASnapshotThatBecameADeadLetter() {
        List<Event> captures = captures("flow/buried", A, "lost", B, A);
        publish(captures.subList(0, 1));
        kafka.publishRaw(Topic.CAPTURES, "flow/buried", "not json".getBytes(StandardCharsets.UTF_8));
        publish(captures.subList(2, 4));
        List<Event> announced = announced("flow/buried", 3);
        assertEquals(List.of(1L, 3L, 4L), sequences(announced));
        ChangeDetected over = (ChangeDetected) announced.get(1).data();
        assertEquals(ChangeKind.SUBSTANTIVE, over.verdict().kind());
        assertEquals(1, Objects.requireNonNull(over.from()).sequence());
        // Mended and sent again, the lost one comes too late to be compared, and does no harm.
        publish(captures.subList(1, 2));
        publish(captures.subList(3, 4));
        assertEquals(announced.get(2), announced("flow/buried", 4).get(3));
        assertEquals(3, count("flow/buried"));
        assertTrue(kafka.deadLetters(Topic.CAPTURES, Service.DIFF).stream()
                        .filter(record -> "flow/buried".equals(record.key()))
                        .count()
                == 1);
    }

    @Test
    void whatWaitedBehindADeadLetterComesBeforeWhatArrivesAfterIt() {
        List<Event> captures = captures("flow/waited", A, "lost", B, A);
        publish(captures.subList(0, 1));
        publish(captures.subList(2, 3));
        await().atMost(Duration.ofSeconds(20)).until(() -> waiting("flow/waited") == 1);
        kafka.publishRaw(Topic.CAPTURES, "flow/waited", "not json".getBytes(StandardCharsets.UTF_8));
        publish(captures.subList(3, 4));
        assertEquals(List.of(1L, 3L, 4L), sequences(announced("flow/waited", 3)));
        assertEquals(0, waiting("flow/waited"));
    }

    @Test
    void aPoisonRecordOnEveryTopicFindsItsDeadLetterTopic() {
        PoisonRecords poison = new PoisonRecords(kafka, Service.DIFF);
        poison.publish();
        await().atMost(Duration.ofSeconds(20)).until(() -> poison.unburied().isEmpty());
    }

    @Test
    void anotherSnapshotWithASequenceThatIsTakenBecomesADeadLetter() {
        publish(captures("flow/taken", A));
        announced("flow/taken", 1);
        publish(captures("flow/taken", B));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> kafka.deadLetters(Topic.CAPTURES, Service.DIFF).stream()
                        .anyMatch(record -> "flow/taken".equals(record.key())));
        assertEquals(1, count("flow/taken"));
    }

    @Test
    void aTextOfTheLargestSizeIsTakenIn() {
        String large = Texts.plain(Texts.clauses(new Random(2), 6_000));
        assertTrue(large.length() > 900_000, () -> "only " + large.length());
        String cut = large.substring(0, 1_000_000);
        publish(captures("flow/large", cut, cut.toUpperCase(Locale.ROOT).replace("MAY", "WILL")));
        ChangeDetected change =
                (ChangeDetected) announced("flow/large", 2).get(1).data();
        assertEquals(ChangeKind.SUBSTANTIVE, change.verdict().kind());
    }

    @Test
    void isReadyAndDescribesItself() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> get(management + "health/ready").statusCode() == 200);
        assertEquals(
                "UP",
                get(management + "health/live").jsonPath().getString("checks.find { it.name == 'loops' }.status"));
        assertEquals(
                "UP",
                get(management + "health/ready").jsonPath().getString("checks.find { it.name == 'topics' }.status"));
        assertTrue(get(management + "openapi").asString().contains("openapi"));
    }

    @Test
    void keepsThatOffThePortOfItsApi() {
        for (String path : List.of("/q/health", "/q/metrics", "/q/openapi")) {
            assertEquals(404, get(path).statusCode(), path);
        }
    }

    private List<Event> captures(String documentId, String... texts) {
        return captures(documentId, Collections.nCopies(texts.length, CaptureCause.SITE), texts);
    }

    private List<Event> captures(String documentId, List<CaptureCause> causes, String... texts) {
        DocumentRef document = new DocumentRef(
                documentId, "Orbitra", "Terms of Service", "en", List.of(), "https://orbitra.example/terms");
        List<Event> captures = new ArrayList<>();
        String previous = null;
        for (int i = 0; i < texts.length; i++) {
            Instant at = START.plus(Duration.ofDays(i));
            SnapshotCaptured snapshot =
                    Story.snapshot(document, texts[i], i + 1, previous, Origin.LIVE, causes.get(i), at);
            captures.add(new Event(snapshot.snapshotId(), at, "/crawler-service", snapshot));
            previous = snapshot.snapshotId();
        }
        return captures;
    }

    private static Event verified(ChangeDetected change, Duration after) {
        Instant at = change.to().firstSeenAt().plus(after);
        SnapshotVerified verified = new SnapshotVerified(
                change.document(),
                change.to().snapshotId(),
                change.to().sequence(),
                change.to().textHash(),
                at,
                false);
        return new Event(Ids.sha256(at.toString()), at, "/crawler-service", verified);
    }

    private void publish(List<Event> events) {
        kafka.publish(Topic.CAPTURES, events.toArray(Event[]::new));
    }

    private List<Event> announced(String documentId, int count) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> kafka.events(Topic.CHANGES, documentId).size() >= count);
        return kafka.events(Topic.CHANGES, documentId);
    }

    private static List<Long> sequences(List<Event> announced) {
        return announced.stream()
                .map(event -> ((ChangeDetected) event.data()).to().sequence())
                .toList();
    }

    private long count(String documentId) {
        return QuarkusTransaction.requiringNew().call(() -> versions.count("documentId", documentId));
    }

    private long waiting(String documentId) {
        return QuarkusTransaction.requiringNew().call(() -> parked.count("documentId", documentId));
    }
}
