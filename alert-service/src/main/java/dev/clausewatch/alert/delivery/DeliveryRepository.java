package dev.clausewatch.alert.delivery;

import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.runtime.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Deliveries outside the dispatcher's hot path: queued, held, released, cancelled, listed. */
@ApplicationScoped
class DeliveryRepository {

    private static final String COLUMNS = "select d.* from delivery d ";

    private final Database database;
    private final Event<DeliveriesQueued> queued;

    DeliveryRepository(Database database, Event<DeliveriesQueued> queued) {
        this.database = database;
        this.queued = queued;
    }

    /** An alert, or the retraction of one, that later news may overtake. */
    record Alert(String deliveryId, String subscriptionId, boolean active, boolean deleted, Standing standing) {}

    /** Queues deliveries; those that are there stay as they are. */
    void queue(List<NewDelivery> deliveries, Instant now) {
        database.batch(
                """
                insert into delivery (id, subscription_id, message_id, change_id, purpose, state, due_at, created_at, slow_lane)
                values (?, ?, ?, ?, ?, 'PENDING', statement_timestamp() + ?::bigint * interval '1 millisecond', ?,
                  (select pace <> 'PROMPT' from subscription where id = ?))
                on conflict (id) do nothing""",
                deliveries.stream()
                        .map(delivery -> new @Nullable Object[] {
                            delivery.id(),
                            delivery.subscriptionId(),
                            delivery.messageId(),
                            delivery.changeId(),
                            delivery.purpose().name(),
                            millis(delivery.dueIn()),
                            now,
                            delivery.subscriptionId()
                        })
                        .toList());
        announce();
    }

    /**
     * The alerts of a change. Until the transaction ends no sender takes one, no outcome is recorded, and their subscriptions are
     * neither paused, resumed nor deleted.
     */
    List<Alert> lockAlerts(String changeId) {
        return lock(changeId, MessagePurpose.ALERT);
    }

    /** The same of its retractions. */
    List<Alert> lockRetractions(String changeId) {
        return lock(changeId, MessagePurpose.RETRACTION);
    }

    private List<Alert> lock(String changeId, MessagePurpose purpose) {
        lockSubscriptions(changeId, purpose);
        return database.list(
                """
                select d.*, s.active, s.deleted_at is not null as deleted
                from delivery d join subscription s on s.id = d.subscription_id
                where d.change_id = ? and d.purpose = ? order by d.id for update of d""",
                row -> new Alert(
                        row.text("id"),
                        row.text("subscription_id"),
                        row.flag("active"),
                        row.flag("deleted"),
                        standing(row)),
                changeId,
                purpose.name());
    }

    /** Before the deliveries, as everywhere: whoever pauses or resumes one holds its row first. */
    private void lockSubscriptions(String changeId, MessagePurpose purpose) {
        List<String> unused = database.list("""
                select s.id from subscription s
                where s.id in (select d.subscription_id from delivery d where d.change_id = ? and d.purpose = ?)
                order by s.id for share""", row -> row.text("id"), changeId, purpose.name());
    }

    /** Sends these no more, not even by hand, unless they are delivered. */
    void cancel(List<String> ids, Instant now) {
        int unused = database.update("""
                update delivery set state = 'CANCELLED', due_at = null, finished_at = ?
                where id = any (?) and state <> 'DELIVERED'""", now, ids.toArray(String[]::new));
    }

    /** Sends nothing more to a subscription. */
    void cancelAll(String subscriptionId, Instant now) {
        int unused = database.update("""
                update delivery set state = 'CANCELLED', due_at = null, finished_at = ?
                where subscription_id = ? and state in ('PENDING', 'RETRYING')""", now, subscriptionId);
    }

    /** Sends nothing to a subscription for a while. */
    void hold(String subscriptionId) {
        int unused = database.update(
                "update delivery set due_at = null where subscription_id = ? and due_at is not null", subscriptionId);
    }

    /** Sends what was held. */
    void release(String subscriptionId) {
        int unused = database.update("""
                update delivery set due_at = statement_timestamp()
                where subscription_id = ? and due_at is null and state in ('PENDING', 'RETRYING')""", subscriptionId);
        announce();
    }

    /** Starts a delivery anew, with the same {@code webhook-id} and the retry schedule from its beginning. */
    void restart(String id) {
        int unused = database.update("""
                update delivery d
                set state = 'PENDING', failures = 0, due_at = statement_timestamp(), finished_at = null,
                  slow_lane = (select s.pace <> 'PROMPT' from subscription s where s.id = d.subscription_id)
                where id = ?""", id);
        announce();
    }

    Optional<DeliveryView.Delivery> find(String id) {
        return database.first(COLUMNS + "where d.id = ?", DeliveryRepository::read, id);
    }

    Optional<DeliveryView.Delivery> lock(String id) {
        return database.first(COLUMNS + "where d.id = ? for update", DeliveryRepository::read, id);
    }

    /** Those of a subscription before a position, newest first. */
    List<DeliveryView.Delivery> before(String subscriptionId, long position, int limit) {
        return database.list(
                COLUMNS + "where d.subscription_id = ? and d.position < ? order by d.position desc limit ?",
                DeliveryRepository::read,
                subscriptionId,
                position,
                limit);
    }

    /** The ledger of a delivery, oldest first. */
    List<DeliveryView.AttemptView> attempts(String id) {
        return database.list(
                "select * from delivery_attempt where delivery_id = ? order by attempt",
                row -> new DeliveryView.AttemptView(
                        row.number("attempt"),
                        row.time("attempted_at"),
                        row.large("duration_ms"),
                        row.numberOrNull("status"),
                        row.textOrNull("reason"),
                        row.textOrNull("response")),
                id);
    }

    static Standing standing(Row row) throws SQLException {
        return new Standing(
                DeliveryState.valueOf(row.text("state")),
                row.number("claims"),
                row.number("attempts"),
                row.number("failures"),
                row.flag("maybe_received"),
                row.timeOrNull("due_at"));
    }

    private static DeliveryView.Delivery read(Row row) throws SQLException {
        return new DeliveryView.Delivery(
                row.large("position"),
                row.text("id"),
                row.text("subscription_id"),
                row.textOrNull("change_id"),
                MessagePurpose.valueOf(row.text("purpose")),
                standing(row),
                row.time("created_at"),
                row.timeOrNull("finished_at"),
                row.numberOrNull("last_status"),
                row.textOrNull("last_reason"));
    }

    private static @Nullable Long millis(@Nullable Duration duration) {
        return duration == null ? null : duration.toMillis();
    }

    private void announce() {
        queued.fire(new DeliveriesQueued());
    }
}
