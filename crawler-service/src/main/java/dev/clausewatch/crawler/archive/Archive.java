package dev.clausewatch.crawler.archive;

import dev.clausewatch.crawler.Json;
import dev.clausewatch.crawler.RawBytes;
import dev.clausewatch.crawler.archive.SnapshotPlan.Planned;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.Ids;
import dev.clausewatch.events.Origin;
import dev.clausewatch.events.SnapshotCaptured;
import dev.clausewatch.events.ToolVersion;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.runtime.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The evidence of all documents. Writes happen in the caller's transaction, under the lock of the document's row. */
@ApplicationScoped
public class Archive {

    private final Database database;
    private final RawRepository raws;

    Archive(Database database, RawRepository raws) {
        this.database = database;
        this.raws = raws;
    }

    /** The newest snapshot of a document. */
    public Optional<Snapshot> newest(String documentId) {
        return database.first(
                "select id, sequence, text_hash, captured_at, sources from snapshot where document_id = ?"
                        + " order by sequence desc limit 1",
                Archive::read,
                documentId);
    }

    /** Bytes that were kept. */
    public Optional<RawBytes> raw(String sha256) {
        return raws.find(sha256);
    }

    /** Keeps bytes that became no snapshot, as evidence of why. */
    public void keep(RawBytes body, @Nullable String mediaType, Instant now) {
        raws.save(body, mediaType, now);
    }

    /** Writes the snapshot that follows the newest one, with its pages; what is to be published of it. */
    public SnapshotCaptured append(
            DocumentRef document, @Nullable Snapshot newest, Planned planned, ToolVersion extractor, Instant now) {
        Reading reading = planned.reading();
        long sequence = newest == null ? 1 : newest.sequence() + 1;
        String previous = newest == null ? null : newest.id();
        String id = Ids.snapshot(document.id(), sequence, previous, reading.textHash(), Origin.LIVE, planned.cause());
        reading.pages().forEach(page -> keep(page.body(), page.source().raw().mediaType(), now));
        database.update(
                """
                insert into snapshot (id, document_id, sequence, previous_id, text, text_hash, origin, cause, captured_at,
                    sources, extractor, extractor_version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)""",
                id,
                document.id(),
                sequence,
                previous,
                reading.text(),
                reading.textHash(),
                Origin.LIVE.name(),
                planned.cause().name(),
                now,
                Json.write(reading.sources()),
                extractor.name(),
                extractor.version());
        return new SnapshotCaptured(
                document,
                id,
                sequence,
                previous,
                Origin.LIVE,
                planned.cause(),
                now,
                reading.text(),
                reading.textHash(),
                reading.sources().stream().map(CapturedSource::raw).toList(),
                extractor);
    }

    private static Snapshot read(Row row) throws SQLException {
        return new Snapshot(
                row.text("id"),
                row.large("sequence"),
                row.text("text_hash"),
                row.time("captured_at"),
                Json.readList(row.text("sources"), CapturedSource.class));
    }
}
