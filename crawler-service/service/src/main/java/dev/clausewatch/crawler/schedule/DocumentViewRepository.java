package dev.clausewatch.crawler.schedule;

import dev.clausewatch.crawler.Json;
import dev.clausewatch.crawler.declaration.DocumentDefinition;
import dev.clausewatch.crawler.schedule.DocumentView.Health;
import dev.clausewatch.crawler.schedule.DocumentView.Newest;
import dev.clausewatch.crawler.schedule.DocumentView.Status;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.runtime.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
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
        return database.list(
                SELECT + "where d.retired_at is null and d.id > ? order by d.id limit ?",
                DocumentViewRepository::read,
                after,
                limit);
    }

    private static DocumentView read(Row row) throws SQLException {
        DocumentDefinition definition = Json.read(row.text("definition"), DocumentDefinition.class);
        return new DocumentView(
                definition.ref(),
                definition.declaration(),
                row.text("origin"),
                definition.category(),
                definition.cadence(),
                definition.sources(),
                definition.warnings(),
                row.time("registered_at"),
                row.timeOrNull("retired_at"),
                health(row),
                newest(row));
    }

    private static Health health(Row row) throws SQLException {
        Instant verified = row.timeOrNull("last_verified_at");
        return new Health(
                status(row.timeOrNull("retired_at") == null, row.flag("degraded"), verified != null),
                row.number("consecutive_failures"),
                row.timeOrNull("failing_since"),
                row.textOrNull("failure_reason"),
                row.textOrNull("failure_detail"),
                row.time("next_attempt_at"),
                verified);
    }

    private static Status status(boolean watched, boolean degraded, boolean verified) {
        if (!watched) {
            return Status.NOT_WATCHED;
        }
        if (degraded) {
            return Status.DEGRADED;
        }
        return verified ? Status.HEALTHY : Status.PENDING;
    }

    private static @Nullable Newest newest(Row row) throws SQLException {
        String id = row.textOrNull("snapshot_id");
        Instant capturedAt = row.timeOrNull("captured_at");
        return id == null || capturedAt == null ? null : new Newest(id, row.large("sequence"), capturedAt);
    }
}
