package dev.clausewatch.runtime.messaging;

import dev.clausewatch.events.EventCodec;
import dev.clausewatch.events.EventType;
import dev.clausewatch.events.Topic;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.runtime.health.LoopWatch;
import dev.clausewatch.runtime.health.WakeableLoop;
import dev.clausewatch.runtime.time.Backoff;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Publishes the rows of {@code event_log} that are not yet published, in the order of their keys: one sweep at a time per database, held by
 * an advisory lock, and a row is marked after the broker has it. A row that is published but not marked is published again, as the same
 * event. A row that the broker rejects permanently is set aside.
 */
@ApplicationScoped
class EventLogSweep {

    private static final Logger LOG = Logger.getLogger(EventLogSweep.class);

    /** Any constant that no other use of the database takes: "CWEL" in ASCII. */
    private static final long ADVISORY_LOCK = 0x4357454CL;

    private static final int ROWS = 200;
    private static final long BYTES = 16L * 1024 * 1024;
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration PRUNE_EVERY = Duration.ofHours(1);
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(10);

    private final Database database;
    private final EventPublisher publisher;
    private final MessagingConfig config;
    private final RefusedRows refused;
    private final WakeableLoop loop;
    private final String source;
    private long prunedAt = System.nanoTime() - PRUNE_EVERY.toNanos();

    EventLogSweep(
            Database database,
            EventPublisher publisher,
            MessagingConfig config,
            RefusedRows refused,
            LoopWatch watch,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.database = database;
        this.publisher = publisher;
        this.config = config;
        this.refused = refused;
        this.source = "/" + service;
        this.loop = new WakeableLoop(
                "event-log-sweep", watch, LONGEST_ROUND, new Backoff(IDLE, config.longestWait()), this::sweep);
    }

    void nudge() {
        loop.wake();
    }

    void start(@Observes StartupEvent event) {
        if (config.eventLog()) {
            loop.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
        if (!loop.join(config.publishTimeout())) {
            LOG.warn(
                    "The sweep of the event log did not end in time: what it published and did not mark is published again");
        }
    }

    /** Publishes some rows; zero when there may be more, otherwise how long to rest. */
    Duration sweep() {
        return database.transaction(() -> lock() && publishSome()) ? Duration.ZERO : IDLE;
    }

    /** The marks need no synchronous commit: if a crash loses one, the same event is published again. */
    private boolean lock() {
        return database.sql("select pg_try_advisory_xact_lock(:lock), set_config('synchronous_commit', 'off', true)")
                .bind("lock", ADVISORY_LOCK)
                .one(Boolean.class);
    }

    private boolean publishSome() {
        List<Row> rows = unpublished();
        if (rows.isEmpty()) {
            prune();
            return false;
        }
        refused.mark(publish(rows));
        database.sql(
                        "update event_log set published_at = now() where position = any (:positions) and refused_at is null")
                .bind("positions", rows.stream().map(Row::position).toArray(Long[]::new))
                .update();
        return true;
    }

    private List<Row> unpublished() {
        return database.sql("""
                        select position, topic, event_key, event_id, event_type, event_time, data from (
                            select *, sum(length(data)) over (order by position) as bytes,
                                row_number() over (order by position) as place from (
                                    select * from event_log where published_at is null and refused_at is null
                                    order by position limit :rows) unpublished) batch
                        where bytes <= :bytes or place = 1
                        order by position""").bind("rows", ROWS).bind("bytes", BYTES).list(Row.class);
    }

    /** Rows that the broker rejects permanently are set aside with the reason; all others are published, also those of the same key. */
    private Map<Long, String> publish(List<Row> rows) {
        try {
            publisher.send(rows.stream().map(this::record).toList());
            return Map.of();
        } catch (RefusedRecordException e) {
            LOG.warnf("A batch of %d rows of the event log is published one by one: %s", rows.size(), e.getMessage());
        }
        Map<Long, String> setAside = new LinkedHashMap<>();
        for (Row row : rows) {
            try {
                publisher.send(List.of(record(row)));
            } catch (RefusedRecordException e) {
                setAside.put(row.position(), String.valueOf(e.getMessage()));
            }
        }
        return setAside;
    }

    private void prune() {
        if (System.nanoTime() - prunedAt < PRUNE_EVERY.toNanos()) {
            return;
        }
        prunedAt = System.nanoTime();
        refused.count();
        database.sql("delete from event_log where published_at < now() - make_interval(secs => :seconds)")
                .bind("seconds", config.eventLogRetention().toSeconds())
                .update();
    }

    private ProducerRecord<String, byte[]> record(Row row) {
        return EventCodec.encode(
                row.topic(), row.eventId(), row.eventType(), source, row.eventTime(), row.eventKey(), row.data());
    }

    @SuppressWarnings("ArrayRecordComponent")
    record Row(
            long position,
            Topic topic,
            String eventKey,
            String eventId,
            EventType eventType,
            Instant eventTime,
            byte[] data) {}
}
