package dev.clausewatch.alert.delivery;

import dev.clausewatch.alert.webhook.WebhookSecret;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.runtime.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The deliveries that are due, taken by any number of processes at once: a taken one is due again when its lease ends, so that
 * nothing is lost with a process that dies. The database's clock says when, since those of the processes may differ.
 */
@ApplicationScoped
class DeliveryQueue {

    private static final String DUE_IN_MAIN = """
            select d.id, d.subscription_id, s.host, s.pace
            from delivery d join subscription s on s.id = d.subscription_id
            where d.due_at <= statement_timestamp() and not d.slow_lane
              and d.subscription_id <> all (?) and s.host <> all (?) and d.id <> all (?)
            order by d.due_at, d.position limit ?""";

    /** The first of each subscription, found by stepping over the index, however many wait behind it. */
    private static final String DUE_IN_SLOW = """
            with recursive first as (
              (select d.id, d.subscription_id, d.due_at from delivery d
               where d.due_at is not null and d.slow_lane order by d.subscription_id, d.due_at, d.position limit 1)
              union all
              select next.* from first cross join lateral (
                select d.id, d.subscription_id, d.due_at from delivery d
                where d.due_at is not null and d.slow_lane and d.subscription_id > first.subscription_id
                order by d.subscription_id, d.due_at, d.position limit 1) next)
            select d.id, d.subscription_id, s.host, s.pace
            from first d join subscription s on s.id = d.subscription_id
            where d.due_at <= statement_timestamp()
              and d.subscription_id <> all (?) and s.host <> all (?) and d.id <> all (?)
            order by s.pace = 'AILING', d.due_at limit ?""";

    private static final String CLAIM = """
            with picked as (
              select id from delivery where id = any (?) and due_at <= statement_timestamp() for update skip locked)
            update delivery d
            set due_at = statement_timestamp() + ? * interval '1 millisecond', claims = d.claims + 1
            from picked, subscription s
            where d.id = picked.id and s.id = d.subscription_id
            returning d.id, d.subscription_id, d.message_id, d.slow_lane, d.due_at, s.url, s.active, s.secret,
              case when s.previous_secret_until > statement_timestamp() then s.previous_secret end as previous_secret""";

    private final Database database;

    DeliveryQueue(Database database) {
        this.database = database;
    }

    /**
     * Deliveries of a lane that are due, the longest waiting first.
     *
     * @param full none of these subscriptions and hosts
     * @param inHand none of these, whose outcome is still to be recorded
     * @param limit how many at most
     */
    List<DueDelivery> due(Lane lane, EndpointRoom.Full full, Set<String> inHand, int limit) {
        return database.list(
                lane == Lane.MAIN ? DUE_IN_MAIN : DUE_IN_SLOW,
                row -> new DueDelivery(
                        row.text("id"), row.text("subscription_id"), row.text("host"), Pace.valueOf(row.text("pace"))),
                full.subscriptions(),
                full.hosts(),
                inHand,
                limit);
    }

    /** Takes those of these deliveries that are still due and that nobody else is taking; they are the caller's for the lease. */
    List<Claim> claim(Collection<String> ids, Duration lease) {
        return database.list(CLAIM, DeliveryQueue::read, ids, lease.toMillis());
    }

    /** Gives back what was not sent: held if its subscription is paused by now, which the claim does not know, cancelled if deleted. */
    void release(Claim claim) {
        int unused = database.update("""
                with told as (select active, deleted_at from subscription where id = ? for no key update)
                update delivery set
                  due_at = case when told.active then statement_timestamp() end,
                  state = case when told.deleted_at is null then state else 'CANCELLED' end,
                  finished_at = told.deleted_at,
                  claims = claims - 1
                from told
                where id = ? and due_at = ? and state in ('PENDING', 'RETRYING')""", claim.subscriptionId(), claim.deliveryId(), claim.leaseEnd());
    }

    private static Claim read(Row row) throws SQLException {
        WebhookSecret secret = new WebhookSecret(row.text("secret"));
        @Nullable String previous = row.textOrNull("previous_secret");
        return new Claim(
                row.text("id"),
                row.text("subscription_id"),
                row.text("message_id"),
                URI.create(row.text("url")),
                previous == null ? List.of(secret) : List.of(secret, new WebhookSecret(previous)),
                row.flag("active"),
                row.flag("slow_lane") ? Lane.SLOW : Lane.MAIN,
                row.time("due_at"));
    }
}
