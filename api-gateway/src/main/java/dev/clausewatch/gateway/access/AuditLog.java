package dev.clausewatch.gateway.access;

import dev.clausewatch.gateway.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Who signed in, commanded what and took which evidence away, and when. A command is written down before it is carried out, its
 * outcome after: what cannot be written down does not happen. Refused keys are counted by the hour.
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
        return database.first(
                        "insert into access.audit (at, key_id, key_name, method, path) values (?, ?, ?, ?, ?) returning position",
                        List.of(clock.instant(), caller.id(), caller.name(), method, path),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    /** Adds to this hour's count of a kind of refusal. */
    void refused(Refusals.Refusal refusal, long count) {
        Instant now = clock.instant();
        database.update(
                """
                insert into access.audit as a (at, key_id, key_name, method, path, status, attempts, last_at)
                values (?, ?, ?, '*', ?, ?, ?, ?)
                on conflict (at, key_id, path, status) where last_at is not null do update
                set attempts = a.attempts + excluded.attempts, last_at = excluded.last_at""",
                now.truncatedTo(ChronoUnit.HOURS),
                refusal.keyId(),
                refusal.keyName(),
                refusal.path(),
                refusal.status(),
                count,
                now);
    }

    /** Adds how it ended. */
    void end(long position, int status) {
        database.update("update access.audit set status = ? where position = ?", status, position);
    }
}
