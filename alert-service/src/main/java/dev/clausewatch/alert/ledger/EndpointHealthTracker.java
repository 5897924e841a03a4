package dev.clausewatch.alert.ledger;

import dev.clausewatch.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Stores how each subscription's endpoint answered last, and moves its queued deliveries to the lane for that. */
@ApplicationScoped
class EndpointHealthTracker {

    private final Database database;
    private final Duration slowAfter;

    EndpointHealthTracker(Database database, DeliveryConfig config) {
        this.database = database;
        this.slowAfter = config.slowAfter();
    }

    /** Takes attempts in order; the caller has locked the rows of their subscriptions. */
    void record(List<Attempt> attempts) {
        Map<String, EndpointHealth> last = new TreeMap<>();
        attempts.forEach(attempt -> last.put(attempt.claim().subscriptionId(), attempt.pace(slowAfter)));
        Set<String> moving = new HashSet<>(change(last));
        for (Attempt attempt : attempts) {
            String subscription = attempt.claim().subscriptionId();
            if (attempt.claim().lane() != lane(last.get(subscription))) {
                // Queued while the pace changed.
                moving.add(subscription);
            }
        }
        if (!moving.isEmpty()) {
            move(moving);
        }
    }

    private static Lane lane(@Nullable EndpointHealth pace) {
        return pace == EndpointHealth.PROMPT ? Lane.MAIN : Lane.SLOW;
    }

    private List<String> change(Map<String, EndpointHealth> paces) {
        return database.sql("""
                update subscription s set pace = answered.pace
                from unnest(:ids::text[], :paces::text[]) as answered (id, pace)
                where s.id = answered.id and s.pace <> answered.pace
                returning s.id""")
                .bind("ids", paces.keySet())
                .bind("paces", paces.values())
                .list(String.class);
    }

    private void move(Collection<String> subscriptions) {
        database.sql("""
                update delivery d set slow_lane = not d.slow_lane
                from subscription s
                where s.id = d.subscription_id and s.id = any (:subscriptions) and d.state in ('PENDING', 'RETRYING')
                  and d.slow_lane <> (s.pace <> 'PROMPT')""").bind("subscriptions", subscriptions).update();
    }
}
