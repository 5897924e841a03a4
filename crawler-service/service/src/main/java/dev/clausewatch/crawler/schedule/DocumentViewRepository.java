package dev.clausewatch.crawler.schedule;

import dev.clausewatch.crawler.Json;
import dev.clausewatch.crawler.declaration.DocumentDefinition;
import dev.clausewatch.crawler.schedule.DocumentView.Health;
import dev.clausewatch.crawler.schedule.DocumentView.Newest;
import dev.clausewatch.crawler.schedule.DocumentView.Status;
import dev.clausewatch.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** Reads documents for the API. */
@ApplicationScoped
class DocumentViewRepository {

    private static final String SELECT = """
            select d.*, c.*, s.id as snapshot_id, s.sequence, s.captured_at
            from document d join capture_state c on c.document_id = d.id left join lateral (
                select id, sequence, captured_at from snapshot where document_id = d.id order by sequence desc limit 1) s
            on true
            """;

    private final Database database;

    DocumentViewRepository(Database database) {
        this.database = database;
    }

    Optional<DocumentView> find(String id) {
        return database.sql(SELECT + "where d.id = :id").bind("id", id).first(DocumentViewRepository::read);
    }

    /** Watched documents by id, behind the given one. */
    List<DocumentView> list(String after, int limit) {
        return database.sql(SELECT + "where d.retired_at is null and d.id > :after order by d.id limit :limit")
                .bind("after", after)
                .bind("limit", limit)
                .list(DocumentViewRepository::read);
    }

    private static DocumentView read(RowView row) {
        DocumentDefinition definition = Json.read(row.getColumn("definition", String.class), DocumentDefinition.class);
        return new DocumentView(
                definition.ref(),
                definition.declaration(),
                row.getColumn("origin", String.class),
                definition.category(),
                definition.cadence(),
                definition.sources(),
                definition.warnings(),
                row.getColumn("registered_at", Instant.class),
                row.getColumn("retired_at", Instant.class),
                health(row),
                newest(row));
    }

    private static Health health(RowView row) {
        Instant verified = row.getColumn("last_verified_at", Instant.class);
        return new Health(
                status(
                        row.getColumn("retired_at", Instant.class) == null,
                        row.getColumn("degraded", Boolean.class),
                        verified != null),
                row.getColumn("consecutive_failures", Integer.class),
                row.getColumn("failing_since", Instant.class),
                row.getColumn("failure_reason", String.class),
                row.getColumn("failure_detail", String.class),
                row.getColumn("next_attempt_at", Instant.class),
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

    private static @Nullable Newest newest(RowView row) {
        String id = row.getColumn("snapshot_id", String.class);
        Instant capturedAt = row.getColumn("captured_at", Instant.class);
        return id == null || capturedAt == null
                ? null
                : new Newest(id, row.getColumn("sequence", Long.class), capturedAt);
    }
}
