package dev.clausewatch.alert.delivery;

import dev.clausewatch.alert.webhook.WebhookSecret;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.runtime.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The deliveries that are due, taken by any number of processes at once: a taken one is due again when its lease ends, so that
 * nothing is lost with a process that dies. The database's clock says when, since those of the processes may differ.
 */
@ApplicationScoped
class DeliveryQueue {

    /** How many due rows are looked through for a fair choice among subscriptions. */
    private static final int WINDOW = 1000;

    private static final String CLAIM = """
            with room as (
              select * from unnest(?::text[], ?::integer[]) as r (subscription_id, places)),
            due as (
              select d.id, d.subscription_id, d.due_at, d.position from delivery d
              where d.due_at <= statement_timestamp() and d.subscription_id <> all (?::text[]) and d.id <> all (?::text[])
              order by d.due_at, d.position limit ?),
            ranked as (
              select due.*, row_number() over (partition by subscription_id order by due_at, position) as nth from due),
            picked as (
              select d.id from delivery d
              join ranked on ranked.id = d.id
              left join room on room.subscription_id = ranked.subscription_id
              where d.due_at <= statement_timestamp() and ranked.nth <= coalesce(room.places, ?)
              order by ranked.due_at, ranked.position limit ?
              for update of d skip locked)
            update delivery d
            set due_at = statement_timestamp() + ? * interval '1 millisecond', claims = d.claims + 1
            from picked, subscription s
            where d.id = picked.id and s.id = d.subscription_id
            returning d.id, d.subscription_id, d.message_id, d.due_at, s.url, s.active, s.secret,
              case when s.previous_secret_until > statement_timestamp() then s.previous_secret end as previous_secret""";

    private final Database database;

    DeliveryQueue(Database database) {
        this.database = database;
    }

    /**
     * Takes due deliveries.
     *
     * @param lease how long they belong to who takes them
     * @param limit how many at most
     * @param perSubscription how many of one subscription at most
     * @param exceptions how many of these subscriptions at most
     * @param inHand none of these, whose outcome is still to be recorded
     */
    List<Claim> claim(
            Duration lease, int limit, int perSubscription, Map<String, Integer> exceptions, Set<String> inHand) {
        String[] ids = exceptions.keySet().toArray(String[]::new);
        Integer[] places = new Integer[ids.length];
        for (int i = 0; i < ids.length; i++) {
            places[i] = exceptions.getOrDefault(ids[i], 0);
        }
        String[] full = exceptions.entrySet().stream()
                .filter(exception -> exception.getValue() == 0)
                .map(Map.Entry::getKey)
                .toArray(String[]::new);
        return database.list(
                CLAIM,
                DeliveryQueue::read,
                ids,
                places,
                full,
                inHand,
                WINDOW,
                perSubscription,
                limit,
                lease.toMillis());
    }

    /** Gives back what was not sent: held if its subscription is paused by now, which the claim does not know, cancelled if deleted. */
    void release(Claim claim) {
        int unused = database.update(
                """
                with told as (select active, deleted_at from subscription where id = ? for no key update)
                update delivery set
                  due_at = case when told.active then statement_timestamp() end,
                  state = case when told.deleted_at is null then state else 'CANCELLED' end,
                  finished_at = told.deleted_at,
                  claims = claims - 1
                from told
                where id = ? and due_at = ? and state in ('PENDING', 'RETRYING')""",
                claim.subscriptionId(), claim.deliveryId(), claim.leaseEnd());
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
                row.time("due_at"));
    }
}
