package dev.clausewatch.crawler.archive;

import dev.clausewatch.crawler.Json;
import dev.clausewatch.crawler.RawBytes;
import dev.clausewatch.crawler.archive.Reading.ReadPage;
import dev.clausewatch.crawler.archive.SnapshotPlan.Planned;
import dev.clausewatch.crawler.evidence.EvidenceChain;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The evidence of all documents. Writes happen in the caller's transaction, under the lock of the document's row. */
@ApplicationScoped
public class Archive {

    private static final String INSERT = """
            insert into snapshot (id, document_id, sequence, previous_id, text, text_hash, origin, cause, captured_at,
                sources, extractor, extractor_version, provenance)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?::jsonb)""";

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
        Map<String, Snapshot> newest = new HashMap<>();
        database.list("""
                        select s.document_id, s.id, s.sequence, s.text_hash, s.origin, s.captured_at, s.sources
                        from unnest(?::text[]) as wanted (document_id) cross join lateral (
                            select * from snapshot where document_id = wanted.document_id order by sequence desc limit 1) s""", row -> Map.entry(row.text("document_id"), read(row)), documentIds)
                .forEach(found -> newest.put(found.getKey(), found.getValue()));
        return newest;
    }

    /** Bytes that were kept. */
    public Optional<RawBytes> raw(String sha256) {
        return raws.find(sha256);
    }

    /** Does the work of keeping these pages that needs no transaction: those that are new are compressed. */
    public void prepare(Reading reading) {
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
        database.update("""
                insert into refused_capture (document_id, sha256, source, reason, detail, first_refused_at)
                values (?, ?, ?::jsonb, ?, ?, ?) on conflict do nothing""", documentId, page.body().sha256(), Json.write(page.source()), reason, detail, now);
    }

    private void keep(ReadPage page, Instant now) {
        raws.save(page.body(), page.source().raw().mediaType(), now);
    }

    /** Writes the snapshot that follows the newest one, with its pages; what is to be published of it. */
    public SnapshotCaptured append(
            DocumentRef document, @Nullable Snapshot newest, Planned planned, ToolVersion extractor, Instant now) {
        Reading reading = planned.reading();
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
        database.batch(INSERT, snapshots.stream().map(Archive::parameters).toList());
        database.batch(
                "insert into snapshot_raw (sha256, snapshot_id) values (?, ?)",
                snapshots.stream().flatMap(Archive::references).toList());
        chain.extend(snapshots.stream().map(NewSnapshot::record).toList());
    }

    private static @Nullable Object[] parameters(NewSnapshot snapshot) {
        SnapshotCaptured captured = snapshot.captured();
        return new @Nullable Object[] {
            captured.snapshotId(),
            captured.document().id(),
            captured.sequence(),
            captured.previousSnapshotId(),
            captured.text(),
            captured.textHash(),
            captured.origin(),
            captured.cause(),
            captured.capturedAt(),
            Json.write(snapshot.sources()),
            captured.extractor().name(),
            captured.extractor().version(),
            snapshot.provenance()
        };
    }

    private static Stream<@Nullable Object[]> references(NewSnapshot snapshot) {
        return snapshot.sources().stream()
                .map(source -> source.raw().sha256())
                .distinct()
                .map(sha256 ->
                        new @Nullable Object[] {sha256, snapshot.captured().snapshotId()});
    }

    private static Snapshot read(Row row) throws SQLException {
        return new Snapshot(
                row.text("id"),
                row.large("sequence"),
                row.text("text_hash"),
                Origin.valueOf(row.text("origin")),
                row.time("captured_at"),
                Json.readList(row.text("sources"), CapturedSource.class));
    }
}
