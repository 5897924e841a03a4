package dev.clausewatch.runtime.messaging;

import dev.clausewatch.events.Event;
import dev.clausewatch.events.EventCodec;
import dev.clausewatch.events.Topic;
import dev.clausewatch.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;

/**
 * Transactional outbox for events that are not caused by another event (captures, deliveries). They are written in the transaction of what
 * they report and published by {@link EventLogSweep} right after the commit, by another replica if this one dies in between. Needs the
 * table {@code event_log} in the service's own migrations.
 */
@ApplicationScoped
public class EventLog {

    private static final String INSERT = """
            insert into event_log (topic, event_key, event_id, event_type, event_time, data)
            values (:topic, :key, :id, :type, :time, :data) on conflict (event_id) do nothing""";

    private final Database database;
    private final EventLogSweep sweep;
    private final TransactionSynchronizationRegistry transactions;

    EventLog(Database database, EventLogSweep sweep, TransactionSynchronizationRegistry transactions) {
        this.database = database;
        this.sweep = sweep;
        this.transactions = transactions;
    }

    /**
     * Writes an event, within the caller's transaction; the same event id again writes nothing. Events of one key are published in the
     * order written, so the caller holds a lock on whatever the key names.
     *
     * @throws RefusedRecordException if the event is larger than the contract allows
     */
    public void append(Topic topic, Event event) {
        append(topic, List.of(event));
    }

    /** The same of several events, in their order, in one exchange with the database. */
    public void append(Topic topic, List<Event> events) {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("An event is appended within the transaction of what it tells");
        }
        if (events.isEmpty()) {
            return;
        }
        database.batch(
                INSERT,
                events,
                (row, event) -> row.bind("topic", topic)
                        .bind("key", event.data().key())
                        .bind("id", event.id())
                        .bind("type", event.type())
                        .bind("time", event.time())
                        .bind("data", fitting(event)));
        transactions.registerInterposedSynchronization(new AfterCommit(sweep));
    }

    private static byte[] fitting(Event event) {
        byte[] json = EventCodec.write(event.data());
        RefusedRecordException.requireFitting(event.id(), json);
        return json;
    }

    private record AfterCommit(EventLogSweep sweep) implements Synchronization {

        @Override
        public void beforeCompletion() {
            // Before the commit there is nothing to publish.
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                sweep.nudge();
            }
        }
    }
}
