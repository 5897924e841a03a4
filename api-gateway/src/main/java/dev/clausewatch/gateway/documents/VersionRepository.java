package dev.clausewatch.gateway.documents;

import dev.clausewatch.gateway.database.Database;
import dev.clausewatch.gateway.readmodel.Archive;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

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
        return database.query(
                SELECT + "where v.document_id = ? and v.sequence < ? order by v.sequence desc, v.snapshot_id limit ?",
                List.of(documentId, below, limit),
                VersionRepository::read);
    }

    /** One version. */
    public Optional<Version> find(String snapshotId) {
        return database.first(SELECT + "where v.snapshot_id = ?", List.of(snapshotId), VersionRepository::read);
    }

    /** The text of a version. */
    public Optional<String> text(String snapshotId) {
        return database.first(
                "select text from read.version where snapshot_id = ?", List.of(snapshotId), row -> row.getString(1));
    }

    private static Version read(ResultSet row) throws SQLException {
        return new Version(
                row.getString("snapshot_id"),
                row.getString("document_id"),
                row.getLong("sequence"),
                row.getString("previous_snapshot_id"),
                row.getString("origin"),
                Archive.of(row.getString("archive")),
                row.getString("archive_commit"),
                row.getString("cause"),
                Database.requiredTime(row, "first_seen_at"),
                Database.requiredTime(row, "last_verified_at"),
                row.getString("text_hash"),
                row.getString("extractor"),
                Database.strings(row, "raw_hashes"));
    }
}
