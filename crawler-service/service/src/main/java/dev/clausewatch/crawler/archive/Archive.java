package dev.clausewatch.crawler.archive;

import dev.clausewatch.crawler.Json;
import dev.clausewatch.crawler.RawBytes;
import dev.clausewatch.crawler.archive.DocumentText.ReadPage;
import dev.clausewatch.crawler.archive.SnapshotPlan.Planned;
import dev.clausewatch.crawler.evidence.EvidenceChain;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.Ids;
import dev.clausewatch.events.Origin;
import dev.clausewatch.events.SnapshotCaptured;
import dev.clausewatch.events.ToolVersion;
import dev.clausewatch.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * The archive of snapshots and captured pages of all documents. Writes happen in the caller's transaction, under the lock of the document's
 * row in {@code capture_state}.
 */
@ApplicationScoped
public class Archive {

    private static final String INSERT = """
            insert into snapshot (id, document_id, sequence, previous_id, text, text_hash, origin, cause, captured_at,
                sources, extractor, extractor_version, provenance)
            values (:id, :document, :sequence, :previous, :text, :hash, :origin, :cause, :at, :sources::jsonb, :extractor,
                :version, :provenance::jsonb)""";

    private final Database database;
    private final RawRepository raws;
    private final EvidenceChain chain;

    Archive(Database database, RawRepository raws, EvidenceChain chain) {
        this.database = database;
        this.raws = raws;
        this.chain = chain;
    }

    /** The newest snapshot of each of the documents, by document; nothing for one that has none. */
    public Map<String, Snapshot> newest(Collection<String> documentIds) {
        return database.sql("""
                        select s.document_id, s.id, s.sequence, s.text_hash, s.origin, s.captured_at, s.sources
                        from unnest(:documentIds::text[]) as wanted (document_id) cross join lateral (
                            select * from snapshot where document_id = wanted.document_id order by sequence desc limit 1) s""")
                .bind("documentIds", documentIds)
                .collect(Collectors.toMap(
                        row -> row.getColumn("document_id", String.class), Archive::read, (one, same) -> one));
    }

    /** Bytes that were kept. */
    public Optional<RawBytes> raw(String sha256) {
        return raws.find(sha256);
    }

    /** Does the work of keeping these pages that needs no transaction: those that are new are compressed. */
    public void prepare(DocumentText reading) {
        for (ReadPage page : reading.pages()) {
            if (!raws.has(page.body().sha256())) {
                byte[] unused = page.body().compressed();
            }
        }
    }

    /**
     * Keeps a page that became no snapshot, with its answer: the first time it comes with these bytes.
     *
     * @param reason stable code
     * @param detail for people
     */
    public void refuse(String documentId, ReadPage page, String reason, String detail, Instant now) {
        keep(page, now);
        database.sql("""
                insert into refused_capture (document_id, sha256, source, reason, detail, first_refused_at)
                values (:documentId, :sha256, :source::jsonb, :reason, :detail, :now) on conflict do nothing""")
                .bind("documentId", documentId)
                .bind("sha256", page.body().sha256())
                .bind("source", Json.write(page.source()))
                .bind("reason", reason)
                .bind("detail", detail)
                .bind("now", now)
                .update();
    }

    private void keep(ReadPage page, Instant now) {
        raws.save(page.body(), page.source().raw().mediaType(), now);
    }

    /** Writes the snapshot that follows the newest one, with its pages; what is to be published of it. */
    public SnapshotCaptured append(
            DocumentRef document, @Nullable Snapshot newest, Planned planned, ToolVersion extractor, Instant now) {
        DocumentText reading = planned.reading();
        long sequence = newest == null ? 1 : newest.sequence() + 1;
        String previous = newest == null ? null : newest.id();
        String id = Ids.snapshot(document.id(), sequence, previous, reading.textHash(), Origin.LIVE, planned.cause());
        reading.pages().forEach(page -> keep(page, now));
        SnapshotCaptured captured = new SnapshotCaptured(
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
        insert(List.of(new NewSnapshot(captured, reading.sources(), null)));
        return captured;
    }

    /**
     * Writes snapshots, whose pages are kept already, with their evidence records. Every snapshot comes through here.
     *
     * @param snapshots those of one document in the order of their sequence
     */
    public void insert(List<NewSnapshot> snapshots) {
        database.batch(INSERT, snapshots, Archive::bind);
        database.batch(
                "insert into snapshot_raw (sha256, snapshot_id) values (:sha256, :snapshotId)",
                snapshots.stream().flatMap(Archive::references).toList(),
                (row, reference) -> row.bind("sha256", reference.sha256()).bind("snapshotId", reference.snapshotId()));
        chain.extend(snapshots.stream().map(NewSnapshot::record).toList());
    }

    private static void bind(PreparedBatch row, NewSnapshot snapshot) {
        SnapshotCaptured captured = snapshot.captured();
        row.bind("id", captured.snapshotId())
                .bind("document", captured.document().id())
                .bind("sequence", captured.sequence())
                .bind("previous", captured.previousSnapshotId())
                .bind("text", captured.text())
                .bind("hash", captured.textHash())
                .bind("origin", captured.origin())
                .bind("cause", captured.cause())
                .bind("at", captured.capturedAt())
                .bind("sources", Json.write(snapshot.sources()))
                .bind("extractor", captured.extractor().name())
                .bind("version", captured.extractor().version())
                .bind("provenance", snapshot.provenance());
    }

    /** That a snapshot was read from these bytes. */
    private record Reference(String sha256, String snapshotId) {}

    private static Stream<Reference> references(NewSnapshot snapshot) {
        return snapshot.sources().stream()
                .map(source -> source.raw().sha256())
                .distinct()
                .map(sha256 -> new Reference(sha256, snapshot.captured().snapshotId()));
    }

    private static Snapshot read(RowView row) {
        return new Snapshot(
                row.getColumn("id", String.class),
                row.getColumn("sequence", Long.class),
                row.getColumn("text_hash", String.class),
                row.getColumn("origin", Origin.class),
                row.getColumn("captured_at", Instant.class),
                Json.readList(row.getColumn("sources", String.class), CapturedSource.class));
    }
}
