package dev.clausewatch.alert.queue;

import dev.clausewatch.alert.ledger.Lane;
import dev.clausewatch.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Which deliveries are due, for all replicas; {@link dev.clausewatch.alert.ledger.DeliveryLeases} gives them to one. */
@ApplicationScoped
class DeliveryQueue {

    private static final String DUE_IN_MAIN = """
            select d.id, d.subscription_id, coalesce(s.host, s.kind) as host, s.pace
            from delivery d join subscription s on s.id = d.subscription_id
            where d.due_at <= statement_timestamp() and not d.slow_lane
              and d.subscription_id <> all (:subscriptions) and coalesce(s.host, s.kind) <> all (:hosts) and d.id <> all (:inFlight)
            order by d.due_at, d.position limit :limit""";

    /** The first due delivery of each subscription, by a loose index scan, however many wait behind it. */
    private static final String DUE_IN_SLOW = """
            with recursive first as (
              (select d.id, d.subscription_id, d.due_at from delivery d
               where d.due_at is not null and d.slow_lane order by d.subscription_id, d.due_at, d.position limit 1)
              union all
              select next.* from first cross join lateral (
                select d.id, d.subscription_id, d.due_at from delivery d
                where d.due_at is not null and d.slow_lane and d.subscription_id > first.subscription_id
                order by d.subscription_id, d.due_at, d.position limit 1) next)
            select d.id, d.subscription_id, coalesce(s.host, s.kind) as host, s.pace
            from first d join subscription s on s.id = d.subscription_id
            where d.due_at <= statement_timestamp()
              and d.subscription_id <> all (:subscriptions) and coalesce(s.host, s.kind) <> all (:hosts) and d.id <> all (:inFlight)
            order by s.pace = 'AILING', d.due_at limit :limit""";

    private final Database database;

    DeliveryQueue(Database database) {
        this.database = database;
    }

    /**
     * Deliveries of a lane that are due, the longest waiting first.
     *
     * @param full none of these subscriptions and hosts
     * @param inFlight none of these, whose outcome is still to be recorded
     * @param limit how many at most
     */
    List<DueDelivery> due(Lane lane, ConcurrencyLimiter.Full full, Set<String> inFlight, int limit) {
        return database.sql(lane == Lane.MAIN ? DUE_IN_MAIN : DUE_IN_SLOW)
                .bind("subscriptions", full.subscriptions())
                .bind("hosts", full.hosts())
                .bind("inFlight", inFlight)
                .bind("limit", limit)
                .list(DueDelivery.class);
    }
}
