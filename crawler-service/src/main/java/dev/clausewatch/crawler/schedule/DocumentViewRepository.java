package dev.clausewatch.crawler.schedule;

import dev.clausewatch.crawler.database.Database;
import dev.clausewatch.crawler.database.Json;
import dev.clausewatch.crawler.document.DocumentDefinition;
import dev.clausewatch.crawler.schedule.DocumentView.Health;
import dev.clausewatch.crawler.schedule.DocumentView.Newest;
import dev.clausewatch.crawler.schedule.DocumentView.Status;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads documents for the API. */
@ApplicationScoped
class DocumentViewRepository {

    private static final String SELECT = """
            select d.*, s.id as snapshot_id, s.sequence, s.captured_at from document d left join lateral (
                select id, sequence, captured_at from snapshot where document_id = d.id order by sequence desc limit 1) s
            on true
            """;

    private final Database database;

    DocumentViewRepository(Database database) {
        this.database = database;
    }

    Optional<DocumentView> find(String id) {
        return database.first(SELECT + "where d.id = ?", DocumentViewRepository::read, id);
    }

    /** Watched documents by id, behind the given one. */
    List<DocumentView> list(String after, int limit) {
        return database.query(
                SELECT + "where d.retired_at is null and d.id > ? order by d.id limit ?",
                DocumentViewRepository::read,
                after,
                limit);
    }

    private static DocumentView read(ResultSet row) throws SQLException {
        DocumentDefinition definition = Json.read(row.getString("definition"), DocumentDefinition.class);
        return new DocumentView(
                definition.ref(),
                definition.declaration(),
                row.getString("origin"),
                definition.category(),
                definition.cadence(),
                definition.sources(),
                definition.warnings(),
                Objects.requireNonNull(Database.instant(row, "registered_at")),
                Database.instant(row, "retired_at"),
                health(row),
                newest(row));
    }

    private static Health health(ResultSet row) throws SQLException {
        Instant verified = Database.instant(row, "last_verified_at");
        Status status =
                row.getBoolean("degraded") ? Status.DEGRADED : verified == null ? Status.PENDING : Status.HEALTHY;
        return new Health(
                status,
                row.getInt("consecutive_failures"),
                Database.instant(row, "failing_since"),
                row.getString("failure_reason"),
                row.getString("failure_detail"),
                Objects.requireNonNull(Database.instant(row, "next_attempt_at")),
                verified);
    }

    private static @Nullable Newest newest(ResultSet row) throws SQLException {
        String id = row.getString("snapshot_id");
        Instant capturedAt = Database.instant(row, "captured_at");
        return id == null || capturedAt == null ? null : new Newest(id, row.getLong("sequence"), capturedAt);
    }
}
