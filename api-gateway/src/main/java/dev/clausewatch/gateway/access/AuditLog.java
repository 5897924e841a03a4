package dev.clausewatch.gateway.access;

import dev.clausewatch.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Who signed in, commanded what and took which evidence away, and when. A command is logged before it is carried out and its outcome
 * afterwards; if it cannot be logged, it is not carried out. Rejected keys are counted per hour.
 */
@ApplicationScoped
class AuditLog {

    private final Database database;
    private final Clock clock;

    AuditLog(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Writes a command down; answers its position. */
    long begin(ApiKey caller, String method, String path) {
        return database.sql("insert into access.audit (at, key_id, key_name, method, path)"
                        + " values (:now, :id, :name, :method, :path) returning position")
                .bind("now", clock.instant())
                .bind("id", caller.id())
                .bind("name", caller.name())
                .bind("method", method)
                .bind("path", path)
                .one(Long.class);
    }

    /** Adds to this hour's count of a kind of refusal. */
    void refused(RejectedKeyCounter.Refusal refusal, long count) {
        Instant now = clock.instant();
        database.sql("""
                insert into access.audit as a (at, key_id, key_name, method, path, status, attempts, last_at)
                values (:hour, :keyId, :keyName, '*', :path, :status, :count, :now)
                on conflict (at, key_id, path, status) where last_at is not null do update
                set attempts = a.attempts + excluded.attempts, last_at = excluded.last_at""")
                .bind("hour", now.truncatedTo(ChronoUnit.HOURS))
                .bind("keyId", refusal.keyId())
                .bind("keyName", refusal.keyName())
                .bind("path", refusal.path())
                .bind("status", refusal.status())
                .bind("count", count)
                .bind("now", now)
                .update();
    }

    /** Adds how it ended. */
    void end(long position, int status) {
        database.sql("update access.audit set status = :status where position = :position")
                .bind("status", status)
                .bind("position", position)
                .update();
    }
}
