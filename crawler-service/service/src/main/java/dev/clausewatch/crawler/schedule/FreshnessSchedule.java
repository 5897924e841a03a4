package dev.clausewatch.crawler.schedule;

import dev.clausewatch.runtime.database.Database;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures how fresh the documents are that are watched: how many there are, how many of them are degraded, and for how long the longest
 * due one has waited for its capture, in seconds. All replicas share the database and tell the same.
 */
@ApplicationScoped
class FreshnessSchedule {

    /** A document whose host asked to be left alone waits for that and not for us. */
    private static final String FRESHNESS = """
            select count(*) as watched, count(*) filter (where c.degraded) as degraded,
                greatest(0, coalesce(extract(epoch from now() - min(c.next_attempt_at)
                    filter (where h.next_allowed_at is null or h.next_allowed_at <= now())), 0))::bigint as overdue
            from capture_state c join document d on d.id = c.document_id left join host h on h.name = d.host
            where c.next_attempt_at is not null and d.retired_at is null""";

    private final Database database;
    private final AtomicLong watched = new AtomicLong();
    private final AtomicLong degraded = new AtomicLong();
    private final AtomicLong overdue = new AtomicLong();

    FreshnessSchedule(Database database, MeterRegistry meters) {
        this.database = database;
        meters.gauge("clausewatch.documents.watched", watched);
        meters.gauge("clausewatch.documents.degraded", degraded);
        meters.gauge("clausewatch.documents.longest.overdue.seconds", overdue);
    }

    @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        Freshness now = database.sql(FRESHNESS).one(Freshness.class);
        watched.set(now.watched());
        degraded.set(now.degraded());
        overdue.set(now.overdue());
    }

    record Freshness(long watched, long degraded, long overdue) {}
}
