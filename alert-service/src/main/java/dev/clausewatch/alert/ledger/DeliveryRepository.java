package dev.clausewatch.alert.ledger;

import dev.clausewatch.alert.destination.DestinationKind;
import dev.clausewatch.alert.destination.Rendering;
import dev.clausewatch.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** Deliveries outside the dispatcher's hot path: queued, held, released, cancelled, listed. */
@ApplicationScoped
public class DeliveryRepository {

    private static final String COLUMNS = "select d.* from delivery d ";

    private final Database database;
    private final Event<DeliveriesQueued> queued;

    DeliveryRepository(Database database, Event<DeliveriesQueued> queued) {
        this.database = database;
        this.queued = queued;
    }

    /**
     * A queued alert or retraction that a later retraction or reinstatement affects.
     *
     * @param headline what it tells in one line; absent where it has none
     */
    public record Alert(
            String deliveryId,
            String subscriptionId,
            boolean active,
            boolean deleted,
            Rendering rendering,
            @Nullable String headline,
            DeliveryStatus status) {}

    /** Queues deliveries; those that are there stay as they are, and a subscription that was lost with a server gets none. */
    public void queue(List<NewDelivery> deliveries, Instant now) {
        database.batch(
                """
                insert into delivery (id, subscription_id, message_id, change_id, purpose, state, due_at, created_at, slow_lane)
                select :id, s.id, :message, :change, :purpose, 'PENDING',
                  statement_timestamp() + :dueIn::bigint * interval '1 millisecond', :now, s.pace <> 'PROMPT'
                from subscription s where s.id = :subscription
                on conflict (id) do nothing""",
                deliveries,
                (row, delivery) -> row.bind("id", delivery.id())
                        .bind("subscription", delivery.subscriptionId())
                        .bind("message", delivery.messageId())
                        .bind("change", delivery.changeId())
                        .bind("purpose", delivery.purpose())
                        .bind("dueIn", millis(delivery.dueIn()))
                        .bind("now", now));
        announce();
    }

    /**
     * The alerts of a change. Until the transaction ends no sender takes one, no outcome is recorded, and their subscriptions are
     * neither paused, resumed nor deleted.
     */
    public List<Alert> lockAlerts(String changeId) {
        return lock(changeId, MessagePurpose.ALERT);
    }

    /** The same of its retractions. */
    public List<Alert> lockRetractions(String changeId) {
        return lock(changeId, MessagePurpose.RETRACTION);
    }

    private List<Alert> lock(String changeId, MessagePurpose purpose) {
        lockSubscriptions(changeId, purpose);
        return database.sql("""
                select d.*, s.active, s.deleted_at is not null as deleted, s.kind, m.headline
                from delivery d join subscription s on s.id = d.subscription_id join message m on m.id = d.message_id
                where d.change_id = :changeId and d.purpose = :purpose order by d.id for update of d""")
                .bind("changeId", changeId)
                .bind("purpose", purpose)
                .list(row -> new Alert(
                        row.getColumn("id", String.class),
                        row.getColumn("subscription_id", String.class),
                        row.getColumn("active", Boolean.class),
                        row.getColumn("deleted", Boolean.class),
                        new Rendering(row.getColumn("kind", DestinationKind.class)),
                        row.getColumn("headline", String.class),
                        row.getRow(DeliveryStatus.class)));
    }

    /** Lock order everywhere: the subscription's row before its deliveries. */
    private void lockSubscriptions(String changeId, MessagePurpose purpose) {
        database.sql("""
                select s.id from subscription s
                where s.id in (select d.subscription_id from delivery d where d.change_id = :changeId and d.purpose = :purpose)
                order by s.id for share""").bind("changeId", changeId).bind("purpose", purpose).list(String.class);
    }

    /** Cancels those that are not delivered; they cannot be restarted by hand. */
    public void cancel(List<String> ids, Instant now) {
        database.sql("""
                update delivery set state = 'CANCELLED', due_at = null, finished_at = :now
                where id = any (:ids) and state <> 'DELIVERED'""").bind("now", now).bind("ids", ids).update();
    }

    /** Sends nothing more to a subscription. */
    void cancelAll(String subscriptionId, Instant now) {
        database.sql("""
                update delivery set state = 'CANCELLED', due_at = null, finished_at = :now
                where subscription_id = :subscriptionId and state in ('PENDING', 'RETRYING')""")
                .bind("now", now)
                .bind("subscriptionId", subscriptionId)
                .update();
    }

    /** Sends nothing to a subscription for a while. */
    void hold(String subscriptionId) {
        database.sql("update delivery set due_at = null where subscription_id = :subscriptionId and due_at is not null")
                .bind("subscriptionId", subscriptionId)
                .update();
    }

    /** Sends what was held. */
    public void release(String subscriptionId) {
        database.sql("""
                update delivery set due_at = statement_timestamp()
                where subscription_id = :subscriptionId and due_at is null and state in ('PENDING', 'RETRYING')""").bind("subscriptionId", subscriptionId).update();
        announce();
    }

    /** Starts a delivery anew, with the same {@code webhook-id} and the retry schedule from its beginning. */
    void restart(String id) {
        database.sql("""
                update delivery d
                set state = 'PENDING', failures = 0, due_at = statement_timestamp(), finished_at = null,
                  slow_lane = (select s.pace <> 'PROMPT' from subscription s where s.id = d.subscription_id)
                where id = :id""").bind("id", id).update();
        announce();
    }

    Optional<DeliveryView.Delivery> find(String id) {
        return database.sql(COLUMNS + "where d.id = :id").bind("id", id).first(DeliveryRepository::read);
    }

    Optional<DeliveryView.Delivery> lock(String id) {
        return database.sql(COLUMNS + "where d.id = :id for update")
                .bind("id", id)
                .first(DeliveryRepository::read);
    }

    /** Those of a subscription before a position, newest first. */
    List<DeliveryView.Delivery> before(String subscriptionId, long position, int limit) {
        return database.sql(
                        COLUMNS
                                + "where d.subscription_id = :subscriptionId and d.position < :position order by d.position desc limit :limit")
                .bind("subscriptionId", subscriptionId)
                .bind("position", position)
                .bind("limit", limit)
                .list(DeliveryRepository::read);
    }

    /** The ledger of a delivery, oldest first. */
    List<DeliveryView.AttemptView> attempts(String id) {
        return database.sql("select * from delivery_attempt where delivery_id = :id order by attempt")
                .bind("id", id)
                .list(DeliveryView.AttemptView.class);
    }

    private static DeliveryView.Delivery read(RowView row) {
        return new DeliveryView.Delivery(
                row.getColumn("position", Long.class),
                row.getColumn("id", String.class),
                row.getColumn("subscription_id", String.class),
                row.getColumn("change_id", String.class),
                row.getColumn("purpose", MessagePurpose.class),
                row.getRow(DeliveryStatus.class),
                row.getColumn("created_at", Instant.class),
                row.getColumn("finished_at", Instant.class),
                row.getColumn("last_status", Integer.class),
                row.getColumn("last_reason", String.class));
    }

    private static @Nullable Long millis(@Nullable Duration duration) {
        return duration == null ? null : duration.toMillis();
    }

    private void announce() {
        queued.fire(new DeliveriesQueued());
    }
}
