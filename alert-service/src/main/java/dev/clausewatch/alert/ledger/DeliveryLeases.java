package dev.clausewatch.alert.ledger;

import dev.clausewatch.alert.destination.Destination;
import dev.clausewatch.alert.destination.DestinationKind;
import dev.clausewatch.alert.destination.WebhookSecret;
import dev.clausewatch.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/**
 * Gives due deliveries to one replica at a time. A claimed delivery becomes due again when its lease ends, so that nothing is lost when a
 * process dies. Leases go by the database's clock, since the clocks of the processes may differ.
 */
@ApplicationScoped
public class DeliveryLeases {

    private static final String CLAIM = """
            with picked as (
              select id from delivery where id = any (:ids) and due_at <= statement_timestamp() for update skip locked)
            update delivery d
            set due_at = statement_timestamp() + :lease * interval '1 millisecond', claims = d.claims + 1
            from picked, subscription s
            where d.id = picked.id and s.id = d.subscription_id
            returning d.id, d.subscription_id, d.message_id, d.slow_lane, d.due_at, s.kind, s.url, s.secret,
              s.active or d.purpose = 'CONFIRMATION' and s.deleted_at is null as active,
              case when s.previous_secret_until > statement_timestamp() then s.previous_secret end as previous_secret""";

    private final Database database;

    DeliveryLeases(Database database) {
        this.database = database;
    }

    /** Takes those of these deliveries that are still due and that nobody else is taking; they are the caller's for the lease. */
    public List<ClaimedDelivery> claim(Collection<String> ids, Duration lease) {
        return database.sql(CLAIM)
                .bind("ids", ids)
                .bind("lease", lease.toMillis())
                .list(DeliveryLeases::read);
    }

    /** Returns an unsent delivery to the queue; held if its subscription was paused meanwhile, cancelled if it was deleted. */
    public void release(ClaimedDelivery claim) {
        database.sql("""
                with told as (select active, deleted_at from subscription where id = :subscriptionId for no key update)
                update delivery set
                  due_at = case when told.active or purpose = 'CONFIRMATION' and told.deleted_at is null then statement_timestamp() end,
                  state = case when told.deleted_at is null then state else 'CANCELLED' end,
                  finished_at = told.deleted_at,
                  claims = claims - 1
                from told
                where id = :deliveryId and due_at = :leaseEnd and state in ('PENDING', 'RETRYING')""")
                .bind("subscriptionId", claim.subscriptionId())
                .bind("deliveryId", claim.deliveryId())
                .bind("leaseEnd", claim.leaseEnd())
                .update();
    }

    private static ClaimedDelivery read(RowView row) {
        WebhookSecret secret = new WebhookSecret(row.getColumn("secret", String.class));
        @Nullable String previous = row.getColumn("previous_secret", String.class);
        return new ClaimedDelivery(
                row.getColumn("id", String.class),
                row.getColumn("subscription_id", String.class),
                row.getColumn("message_id", String.class),
                Destination.of(
                        row.getColumn("kind", DestinationKind.class),
                        URI.create(row.getColumn("url", String.class)),
                        previous == null ? List.of(secret) : List.of(secret, new WebhookSecret(previous))),
                row.getColumn("active", Boolean.class),
                row.getColumn("slow_lane", Boolean.class) ? Lane.SLOW : Lane.MAIN,
                row.getColumn("due_at", Instant.class));
    }
}
