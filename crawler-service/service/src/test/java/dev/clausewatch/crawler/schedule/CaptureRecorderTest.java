package dev.clausewatch.crawler.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.clausewatch.crawler.Json;
import dev.clausewatch.crawler.RawBytes;
import dev.clausewatch.crawler.archive.CapturedSource;
import dev.clausewatch.crawler.archive.DocumentText;
import dev.clausewatch.crawler.declaration.DocumentDefinition;
import dev.clausewatch.crawler.document.CaptureControl;
import dev.clausewatch.crawler.fetch.Validators;
import dev.clausewatch.events.RawCapture;
import dev.clausewatch.events.Source;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The documents of this test are claimed, so that the running schedule leaves them alone. */
@QuarkusTest
@WithKafka
@WithPostgres
@SuppressWarnings("NullAway.Init")
class CaptureRecorderTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @Inject
    CaptureRecorder recorder;

    @Inject
    DueDocuments dueDocuments;

    @Inject
    CaptureControl captures;

    @Inject
    Database database;

    @AfterEach
    void retire() {
        database.sql("update document set retired_at = now() where declaration like 'recorded-%'")
                .update();
        database.sql("select id from document where declaration like 'recorded-%'")
                .list(String.class)
                .forEach(captures::stop);
    }

    @Test
    void recordsManyCapturesTogether() {
        List<Capture> captures = List.of(read("recorded-a", "A"), read("recorded-b", "B"), read("recorded-c", "C"));
        Map<String, RecordingResult> outcomes = recorder.record(captures);
        captures.forEach(capture -> assertEquals(RecordingResult.CAPTURED, outcome(outcomes, capture)));
        assertEquals(3, events("recorded-%"));
        assertEquals(Map.of(), recorder.record(captures));
        assertEquals(3, events("recorded-%"));
    }

    @Test
    void leavesOutALostClaimAndDropsWhatWasReadInAnotherWay() {
        Capture good = read("recorded-good", "A");
        Capture lost = read("recorded-lost", "A");
        Capture changed = read("recorded-changed", "A");
        database.sql("update capture_state set claimed_by = 'other' where document_id = :id")
                .bind("id", definition("recorded-lost", "P1D").id())
                .update();
        database.sql("update document set definition = :definition::jsonb where declaration = 'recorded-changed'")
                .bind("definition", Json.write(definition("recorded-changed", "P2D")))
                .update();
        Map<String, RecordingResult> outcomes = recorder.record(List.of(lost, changed, good));
        assertEquals(RecordingResult.CAPTURED, outcome(outcomes, good));
        assertEquals(RecordingResult.DROPPED, outcome(outcomes, changed));
        assertNull(outcome(outcomes, lost));
        assertEquals(RecordingResult.DROPPED, recorder.record(lost));
    }

    @Test
    void dropsAVerificationOfASnapshotThatIsNotTheNewest() {
        Capture first = read("recorded-old", "A");
        assertEquals(RecordingResult.CAPTURED, recorder.record(first));
        claim("recorded-old");
        Capture late = new Capture(first.due(), new CaptureResult.Unchanged(true, List.of()));
        assertEquals(RecordingResult.DROPPED, recorder.record(late));
    }

    @Test
    void doesNotWaitForARowThatSomebodyElseHas() throws Exception {
        Capture busy = read("recorded-busy", "A");
        Capture free = read("recorded-free", "A");
        CompletableFuture<Void> held = new CompletableFuture<>();
        CompletableFuture<Void> enough = new CompletableFuture<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> holder =
                    threads.submit(() -> QuarkusTransaction.requiringNew().run(() -> {
                        database.sql("select 1 from capture_state where document_id = :id for update")
                                .bind("id", definition("recorded-busy", "P1D").id())
                                .list(row -> 1);
                        held.complete(null);
                        enough.join();
                    }));
            held.join();
            Map<String, RecordingResult> outcomes = recorder.record(List.of(busy, free));
            assertEquals(RecordingResult.CAPTURED, outcome(outcomes, free));
            assertNull(outcome(outcomes, busy));
            enough.complete(null);
            holder.get();
        }
        assertEquals(RecordingResult.CAPTURED, recorder.record(busy));
    }

    /** Otherwise each would have what the other waits for. */
    @Test
    void doesNotWaitForARegistrationThatHasNotTakenTheClaimYet() {
        Capture capture = read("recorded-redeclared", "A");
        QuarkusTransaction.begin();
        database.sql("update document set definition = '{}', host = 'other.example' where id = :id")
                .bind("id", capture.due().claim().documentId())
                .update();
        assertEquals(RecordingResult.CAPTURED, recorder.record(capture));
        QuarkusTransaction.rollback();
    }

    @Test
    void dropsACaptureThatEndsWhileItsDocumentIsRetired() throws Exception {
        Capture late = read("recorded-retired", "A");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Future<RecordingResult>> recording = new CompletableFuture<>();
            QuarkusTransaction.requiringNew().run(() -> {
                captures.stop(late.due().claim().documentId());
                recording.complete(threads.submit(() -> recorder.record(late)));
                assertEquals(Map.of(), recorder.record(List.of(late)));
            });
            assertEquals(RecordingResult.DROPPED, recording.join().get());
        }
        assertEquals(0, events("recorded-retired%"));
    }

    private static @Nullable RecordingResult outcome(Map<String, RecordingResult> outcomes, Capture capture) {
        return outcomes.get(capture.due().claim().token());
    }

    private Capture read(String name, String text) {
        DocumentDefinition definition = definition(name, "P1D");
        database.sql("""
                insert into document (id, declaration, origin, definition, host, registered_at)
                values (:id, :name, 'HTTP', :definition::jsonb, 'recorded.example', :now)""")
                .bind("id", definition.id())
                .bind("name", name)
                .bind("definition", Json.write(definition))
                .bind("now", NOW)
                .update();
        captures.start(definition.id(), Instant.parse("2090-01-01T00:00:00Z"));
        claim(name);
        Claim claim = new Claim("token of " + name, definition.id(), "recorded.example");
        RawBytes body = new RawBytes((name + text).getBytes(StandardCharsets.UTF_8));
        String url = definition.sources().getFirst().fetch();
        RawCapture raw = new RawCapture(url, url, 200, "text/plain", body.sha256(), body.size(), NOW);
        DocumentText reading = new DocumentText(
                text + "\n", List.of(new DocumentText.ReadPage(new CapturedSource(raw, null, Map.of()), body)));
        DueDocument due = dueDocuments.find(List.of(claim)).getFirst();
        return new Capture(
                due, new CaptureResult.Read(reading, null, List.of(new PreviousPage(url, Validators.NONE, "read"))));
    }

    private void claim(String name) {
        database.sql("""
                update capture_state set claimed_by = 'token of ' || :name, claimed_at = now(),
                    claimed_until = now() + interval '1 hour' where document_id = :id""")
                .bind("name", name)
                .bind("id", definition(name, "P1D").id())
                .update();
    }

    private static DocumentDefinition definition(String name, String cadence) {
        return new DocumentDefinition(
                name,
                "Recorded",
                "Terms of Service",
                null,
                null,
                List.of(),
                null,
                Duration.parse(cadence),
                List.of(new Source("https://recorded.example/" + name, List.of(), List.of(), false, null)),
                List.of());
    }

    private int events(String declaration) {
        return database.sql("select count(*)::integer as n from event_log where event_key like :declaration")
                .bind("declaration", declaration)
                .first(Integer.class)
                .orElseThrow();
    }
}
