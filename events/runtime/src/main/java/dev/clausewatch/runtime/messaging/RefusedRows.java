package dev.clausewatch.runtime.messaging;

import dev.clausewatch.runtime.database.Database;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** The rows of the event log that the broker refused for good: kept with the reason, and counted until somebody has seen to them. */
@ApplicationScoped
class RefusedRows {

    private static final Logger LOG = Logger.getLogger(RefusedRows.class);

    private final Database database;
    private final AtomicLong rows = new AtomicLong();

    RefusedRows(Database database, MeterRegistry meters, MessagingConfig config) {
        this.database = database;
        if (config.eventLog()) {
            meters.gauge("clausewatch.event.log.refused", rows);
        }
    }

    /** Marks rows, within the caller's transaction. */
    void mark(Map<Long, String> refusals) {
        if (refusals.isEmpty()) {
            return;
        }
        refusals.forEach((position, reason) -> LOG.errorf(
                "The broker refuses an event for good, and it is set aside position=%d reason=%s", position, reason));
        database.batch(
                "update event_log set refused_at = now(), refusal = :reason where position = :position",
                refusals.entrySet(),
                (row, refusal) -> row.bind("reason", refusal.getValue()).bind("position", refusal.getKey()));
        count();
    }

    /** Counts them anew. */
    void count() {
        rows.set(database.sql("select count(*) from event_log where published_at is null and refused_at is not null")
                .one(Long.class));
    }
}
