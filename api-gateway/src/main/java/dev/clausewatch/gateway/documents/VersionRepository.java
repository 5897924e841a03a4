package dev.clausewatch.gateway.documents;

import dev.clausewatch.gateway.readmodel.Archive;
import dev.clausewatch.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.result.RowView;

/** Versions of the read model. */
@ApplicationScoped
public class VersionRepository {

    private static final String SELECT = """
            select v.snapshot_id, v.document_id, v.sequence, v.previous_snapshot_id, v.origin, v.cause, v.first_seen_at,
                greatest(v.first_seen_at, f.verified_at) as last_verified_at, v.text_hash, v.extractor, v.raw_hashes,
                v.archive, v.archive_commit
            from read.version v left join read.verification f on f.snapshot_id = v.snapshot_id
            """;

    private final Database database;

    VersionRepository(Database database) {
        this.database = database;
    }

    /** Versions of a document, newest first, below a sequence. */
    public List<Version> list(String documentId, long below, int limit) {
        return database.sql(
                        SELECT
                                + "where v.document_id = :documentId and v.sequence < :below order by v.sequence desc, v.snapshot_id limit :limit")
                .bind("documentId", documentId)
                .bind("below", below)
                .bind("limit", limit)
                .list(VersionRepository::read);
    }

    /** One version. */
    public Optional<Version> find(String snapshotId) {
        return database.sql(SELECT + "where v.snapshot_id = :snapshotId")
                .bind("snapshotId", snapshotId)
                .first(VersionRepository::read);
    }

    /** The text of a version. */
    public Optional<String> text(String snapshotId) {
        return database.sql("select text from read.version where snapshot_id = :snapshotId")
                .bind("snapshotId", snapshotId)
                .first(String.class);
    }

    private static Version read(RowView row) {
        return new Version(
                row.getColumn("snapshot_id", String.class),
                row.getColumn("document_id", String.class),
                row.getColumn("sequence", Long.class),
                row.getColumn("previous_snapshot_id", String.class),
                row.getColumn("origin", String.class),
                Archive.of(row.getColumn("archive", String.class)),
                row.getColumn("archive_commit", String.class),
                row.getColumn("cause", String.class),
                row.getColumn("first_seen_at", Instant.class),
                row.getColumn("last_verified_at", Instant.class),
                row.getColumn("text_hash", String.class),
                row.getColumn("extractor", String.class),
                List.of(row.getColumn("raw_hashes", String[].class)));
    }
}
