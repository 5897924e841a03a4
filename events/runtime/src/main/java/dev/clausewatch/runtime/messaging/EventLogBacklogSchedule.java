package dev.clausewatch.runtime.messaging;

import dev.clausewatch.runtime.database.Database;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures what of the event log waits to be published: how many rows, and the age of the oldest in seconds. All replicas share the database and
 * tell the same; refused rows do not count.
 */
@ApplicationScoped
class EventLogBacklogSchedule {

    private static final String WAITING = """
            select count(*) as rows, coalesce(extract(epoch from now() - min(event_time)), 0)::bigint as seconds
            from event_log where published_at is null and refused_at is null""";

    private final Database database;
    private final boolean measured;
    private final AtomicLong rows = new AtomicLong();
    private final AtomicLong seconds = new AtomicLong();

    EventLogBacklogSchedule(Database database, MeterRegistry meters, MessagingConfig config) {
        this.database = database;
        this.measured = config.eventLog();
        if (measured) {
            meters.gauge("clausewatch.event.log.unpublished", rows);
            meters.gauge("clausewatch.event.log.oldest.unpublished.seconds", seconds);
        }
    }

    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        if (!measured) {
            return;
        }
        Waiting now = database.sql(WAITING).one(Waiting.class);
        rows.set(now.rows());
        // Another machine's clock may be ahead of the database's.
        seconds.set(Math.max(0, now.seconds()));
    }

    record Waiting(long rows, long seconds) {}
}
