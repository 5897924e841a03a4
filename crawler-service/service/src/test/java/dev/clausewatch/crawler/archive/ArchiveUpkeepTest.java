package dev.clausewatch.crawler.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.crawler.RawBytes;
import dev.clausewatch.crawler.document.CaptureControl;
import dev.clausewatch.events.CaptureCause;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.Ids;
import dev.clausewatch.events.RawCapture;
import dev.clausewatch.events.ToolVersion;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.runtime.database.DatabaseException;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is done to the archive besides writing it: old bytes are dropped, snapshots of before are recorded. */
@QuarkusTest
@WithKafka
@WithPostgres
@SuppressWarnings("NullAway.Init")
class ArchiveUpkeepTest {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @Inject
    Archive archive;

    @Inject
    RetentionSchedule retention;

    @Inject
    Backfill backfill;

    @Inject
    CaptureControl captures;

    @Inject
    Database database;

    private static RawBytes bytes(String text) {
        return new RawBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a document's next snapshot, long ago. */
    private Snapshot snapshot(String name, @Nullable Snapshot newest, String text) {
        DocumentRef document = new DocumentRef(name + "/terms", name, "Terms", null, List.of(), "https://x.example/");
        database.sql("""
                insert into document (id, declaration, origin, definition, host, registered_at, retired_at)
                values (:id, :name, 'HTTP', '{}', 'x.example', now(), now()) on conflict do nothing""").bind("id", document.id()).bind("name", name).update();
        captures.stop(document.id());
        RawBytes body = bytes(text);
        RawCapture raw =
                new RawCapture(document.url(), document.url(), 200, "text/html", body.sha256(), body.size(), LONG_AGO);
        DocumentText reading = new DocumentText(
                text, List.of(new DocumentText.ReadPage(new CapturedSource(raw, null, Map.of("server", "x")), body)));
        QuarkusTransaction.requiringNew()
                .run(() -> archive.append(
                        document,
                        newest,
                        new SnapshotPlan.Planned(reading, CaptureCause.SITE),
                        new ToolVersion("test", "1"),
                        LONG_AGO));
        return archive.newest(List.of(document.id())).values().iterator().next();
    }

    private String record(Snapshot snapshot) {
        return database.sql("select record from evidence_record where snapshot_id = :id")
                .bind("id", snapshot.id())
                .first(row -> new String(row.getColumn("record", byte[].class), StandardCharsets.UTF_8))
                .orElse("");
    }

    private void refuse(String name, RawBytes body, Instant at) {
        String url = "https://x.example/";
        RawCapture raw = new RawCapture(url, url, 200, "text/html", body.sha256(), body.size(), at);
        DocumentText.ReadPage page = new DocumentText.ReadPage(new CapturedSource(raw, null, Map.of()), body);
        archive.refuse(name + "/terms", page, "bot-wall", "A wall.", at);
    }

    @Test
    void dropsOldBytesThatBecameNoSnapshotAndNoOthers() {
        snapshot("kept", null, "a text that stays");
        RawBytes old = bytes("an old wall");
        RawBytes fresh = bytes("a fresh wall");
        refuse("kept", old, LONG_AGO);
        refuse("kept", fresh, Instant.now());
        assertEquals(1, retention.dropRefused());
        assertFalse(archive.raw(old.sha256()).isPresent());
        assertTrue(archive.raw(fresh.sha256()).isPresent());
        assertTrue(archive.raw(bytes("a text that stays").sha256()).isPresent());
    }

    @Test
    void theDatabaseItselfForbidsToDropTheBytesOfASnapshot() {
        snapshot("guarded", null, "a guarded text");
        String sha256 = bytes("a guarded text").sha256();
        DatabaseException refused = assertThrows(
                DatabaseException.class,
                () -> database.sql("delete from raw_capture where sha256 = :sha256")
                        .bind("sha256", sha256)
                        .update());
        assertTrue(refused.causedByData());
    }

    @Test
    void chainsEachRecordToTheOneBefore() {
        Snapshot first = snapshot("linked", null, "one");
        Snapshot second = snapshot("linked", first, "two");
        assertFalse(record(first).contains("previousRecord"));
        assertTrue(record(second).contains("\"previousRecord\":\"" + Ids.sha256(record(first)) + "\""));
    }

    @Test
    void recordsSnapshotsOfBeforeAsTheyWouldHaveBeen() {
        Snapshot first = snapshot("before", null, "one");
        Snapshot second = snapshot("before", first, "two");
        List<String> records = List.of(record(first), record(second));
        database.sql("delete from evidence_record where snapshot_id = any (:ids)")
                .bind("ids", List.of(first.id(), second.id()))
                .update();
        Snapshot third = snapshot("before", second, "three");
        assertEquals("", record(third), "not before those that it follows");
        backfill.run();
        assertEquals(records, List.of(record(first), record(second)));
        assertTrue(record(third).contains("\"previousRecord\":\"" + Ids.sha256(record(second)) + "\""));
    }
}
