package dev.clausewatch.gateway.access;

import dev.clausewatch.gateway.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/**
 * Who commanded what and when. A command is written down before it is carried out, its outcome after: what cannot be written
 * down does not happen.
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

    /** Adds how it ended. */
    void end(long position, int status) {
        database.update("update access.audit set status = ? where position = ?", status, position);
    }
}
