package dev.clausewatch.diff.version;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.diff.Texts;
import dev.clausewatch.diff.align.TrackedProvision;
import dev.clausewatch.diff.change.SegmentedText;
import dev.clausewatch.diff.change.Story;
import dev.clausewatch.diff.segment.Provision;
import dev.clausewatch.events.CaptureCause;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.Event;
import dev.clausewatch.events.Ids;
import dev.clausewatch.events.Origin;
import dev.clausewatch.events.ProvisionRef;
import dev.clausewatch.events.SnapshotCaptured;
import dev.clausewatch.events.ToolVersion;
import dev.clausewatch.events.Topic;
import dev.clausewatch.events.VersionRef;
import dev.clausewatch.events.VersionSegmented;
import dev.clausewatch.events.Wording;
import dev.clausewatch.events.WordingAdded;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.testing.ChangeEvents;
import dev.clausewatch.testing.KafkaProbe;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which wordings of a version are published, and with what words. */
@QuarkusTest
@WithKafka
@WithPostgres
class SegmentationFlowTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String STAYS = "You may leave at any time.";
    private static final String A = "# Terms\n\n" + STAYS + "\n\nYou pay 10 € a month.\n";
    private static final String B = A.replace("10 €", "12 €");

    private final KafkaProbe kafka = new KafkaProbe();

    @Inject
    Database database;

    @Inject
    SegmentationPublisher publisher;

    @Inject
    SegmentationSchedule schedule;

    @Inject
    ResegmentationSchedule recuts;

    @AfterEach
    void close() {
        kafka.close();
    }

    @Test
    void theFirstVersionBringsAllItsWordsAndTheNextOneOnlyNewOnes() {
        capture("words/new", A, B, A);
        List<VersionSegmented> lists = lists("words/new", 3);
        List<WordingAdded> words = words("words/new", 2);
        assertEquals(List.of(STAYS, "You pay 10 € a month."), texts(words.get(0)));
        assertEquals(List.of("You pay 12 € a month."), texts(words.get(1)));
        Wording first = words.get(0).wordings().getFirst();
        assertEquals(Wording.of(document("words/new"), List.of("Terms"), null, STAYS), first);
        assertEquals(first.id(), lists.get(0).provisions().getFirst().wordingId());
        assertEquals(wordings(lists.get(0)), wordings(lists.get(2)), "a text that returns has its wordings again");
        ChangeDetected change =
                (ChangeDetected) kafka.events(Topic.CHANGES, "words/new").get(1).data();
        assertEquals(change.to(), lists.get(1).version());
        assertEquals(
                change.provisions().stream().map(ProvisionRef::id).toList(),
                lists.get(1).provisions().stream()
                        .map(VersionSegmented.Provision::id)
                        .toList());
    }

    @Test
    void aSnapshotReadTwiceListsNothingAgain() {
        capture("words/twice", A);
        capture("words/twice", A, B);
        lists("words/twice", 2);
        assertEquals(2, logged("words/twice", "VERSION_SEGMENTED"));
        assertEquals(2, logged("words/twice", "WORDING_ADDED"));
    }

    @Test
    void whatAReleaseWithoutWordingsStoredIsListedAfterTheUpgrade() {
        capture("words/upgrade", A, B);
        lists("words/upgrade", 2);
        forgetLists("words/upgrade");
        schedule.publish();
        schedule.publish();
        List<VersionSegmented> lists = lists("words/upgrade", 3);
        assertEquals(3, logged("words/upgrade", "VERSION_SEGMENTED"));
        assertEquals(lists.get(1).version(), lists.get(2).version());
        assertEquals(lists.get(1).provisions(), lists.get(2).provisions());
        assertTrue(lists.get(2).segmentedAt().isAfter(lists.get(1).segmentedAt()));
        assertEquals(
                List.of(STAYS, "You pay 12 € a month."),
                texts(words("words/upgrade", 3).get(2)));
    }

    @Test
    void whatIsListedAfterTheUpgradeBearsTheTimeOfItsChangeSoThatNewerNamesOfTheDocumentHold() {
        capture("words/renamed", A);
        lists("words/renamed", 1);
        forgetLists("words/renamed");
        schedule.publish();
        words("words/renamed", 2);
        Instant detected =
                kafka.events(Topic.CHANGES, "words/renamed").getFirst().time();
        assertEquals(
                Set.of(detected),
                kafka.events(Topic.PROVISIONS, "words/renamed").stream()
                        .map(Event::time)
                        .collect(Collectors.toSet()));
        assertTrue(lists("words/renamed", 2).get(1).segmentedAt().isAfter(detected));
    }

    @Test
    void whereTheNewestVersionIsSuspectTheOneThatStandsIsListedTooAfterTheUpgrade() {
        String full = Texts.document(Texts.clauses(new Random(1), 30));
        capture("words/suspect", full, "# Terms\n\nPlease sign in.\n");
        List<VersionSegmented> before = lists("words/suspect", 2);
        forgetLists("words/suspect");
        schedule.publish();
        List<VersionSegmented> after = lists("words/suspect", 4).subList(2, 4);
        assertEquals(
                ChangeKind.SUSPECT,
                ((ChangeDetected) kafka.events(Topic.CHANGES, "words/suspect")
                                .get(1)
                                .data())
                        .verdict()
                        .kind());
        assertEquals(
                List.of(before.get(0).version(), before.get(1).version()),
                List.of(after.get(0).version(), after.get(1).version()));
        assertEquals(before.get(0).provisions(), after.get(0).provisions());
        schedule.publish();
        assertEquals(4, logged("words/suspect", "VERSION_SEGMENTED"));
    }

    @Test
    void aDocumentThatAnotherReplicaListedMeanwhileIsNotListedAgain() {
        capture("words/replica", A);
        lists("words/replica", 1);
        QuarkusTransaction.requiringNew().run(() -> schedule.publish("words/replica"));
        assertEquals(1, logged("words/replica", "VERSION_SEGMENTED"));
    }

    @Test
    void aTextThatIsSegmentedAgainIsListedAgainWithoutTheWordsThatAreKnown() {
        capture("words/recut", A);
        lists("words/recut", 1);
        QuarkusTransaction.requiringNew()
                .run(() -> database.sql("update version_text set segmenter_version = '0' where snapshot_id in"
                                + " (select snapshot_id from version where document_id = 'words/recut')")
                        .update());
        recuts.resegment();
        List<VersionSegmented> lists = lists("words/recut", 2);
        assertEquals(lists.get(0).provisions(), lists.get(1).provisions());
        assertEquals(1, logged("words/recut", "WORDING_ADDED"));
    }

    @Test
    void manyWordsComeInSeveralEventsOfBoundedSize() {
        List<TrackedProvision> large = Stream.of("a", "b", "c")
                .map(letter -> new TrackedProvision(letter, Provision.line(letter.repeat(400_000), 0, 400_000)))
                .toList();
        VersionRef version = new VersionRef("large", 1, START, Ids.sha256("a"));
        QuarkusTransaction.requiringNew()
                .run(() -> publisher.publish(
                        ChangeEvents.detected()
                                .document(document("words/large"))
                                .versions(null, version)
                                .build(),
                        new SegmentedText("a", new ToolVersion("test", "1"), large),
                        START));
        assertEquals(
                List.of(2, 1),
                words("words/large", 2).stream()
                        .map(added -> added.wordings().size())
                        .toList());
    }

    private void capture(String documentId, String... texts) {
        @Nullable String previous = null;
        for (int i = 0; i < texts.length; i++) {
            Instant at = START.plus(Duration.ofDays(i));
            SnapshotCaptured snapshot =
                    Story.snapshot(document(documentId), texts[i], i + 1, previous, Origin.LIVE, CaptureCause.SITE, at);
            kafka.publish(Topic.CAPTURES, new Event(snapshot.snapshotId(), at, "/crawler-service", snapshot));
            previous = snapshot.snapshotId();
        }
    }

    /** As a release without wordings leaves a document. */
    private void forgetLists(String documentId) {
        QuarkusTransaction.requiringNew().run(() -> {
            database.sql("delete from published_wording where document_id = :documentId")
                    .bind("documentId", documentId)
                    .update();
            database.sql("update document_state set segmented_sequence = 0 where document_id = :documentId")
                    .bind("documentId", documentId)
                    .update();
        });
    }

    private static DocumentRef document(String documentId) {
        return new DocumentRef(
                documentId, "Orbitra", "Terms of Service", "en", List.of(), "https://orbitra.example/terms");
    }

    private List<VersionSegmented> lists(String documentId, int count) {
        return published(documentId, VersionSegmented.class, count);
    }

    private List<WordingAdded> words(String documentId, int count) {
        return published(documentId, WordingAdded.class, count);
    }

    private <T> List<T> published(String documentId, Class<T> type, int count) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> kafka.events(Topic.PROVISIONS, documentId).stream()
                                .map(Event::data)
                                .filter(type::isInstance)
                                .map(type::cast)
                                .toList(),
                        found -> found.size() >= count);
    }

    private static List<String> texts(WordingAdded added) {
        return added.wordings().stream().map(Wording::text).toList();
    }

    private static Set<String> wordings(VersionSegmented list) {
        return list.provisions().stream()
                .map(VersionSegmented.Provision::wordingId)
                .collect(Collectors.toSet());
    }

    private long logged(String documentId, String type) {
        return database.sql("select count(*) from event_log where event_key = :documentId and event_type = :type")
                .bind("documentId", documentId)
                .bind("type", type)
                .one(Long.class);
    }
}
