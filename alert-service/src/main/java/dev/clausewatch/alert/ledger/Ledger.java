package dev.clausewatch.alert.ledger;

import dev.clausewatch.alert.subscription.SubscriptionRepository;
import dev.clausewatch.alert.subscription.SubscriptionStateChanged;
import dev.clausewatch.events.DeliveryAttempt;
import dev.clausewatch.events.DeliveryExhausted;
import dev.clausewatch.events.DeliveryFailed;
import dev.clausewatch.events.DeliveryPurpose;
import dev.clausewatch.events.DeliverySucceeded;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.Event;
import dev.clausewatch.events.EventData;
import dev.clausewatch.events.EventType;
import dev.clausewatch.events.Ids;
import dev.clausewatch.events.Topic;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.runtime.messaging.EventLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** Records attempts: the ledger entry, the new status of the delivery, and the event to publish, in one transaction. */
@ApplicationScoped
public class Ledger {

    private static final Logger LOG = Logger.getLogger(Ledger.class);
    private static final String SOURCE = "/alert-service";

    private final Database database;
    private final Messages messages;
    private final SubscriptionRepository subscriptions;
    private final jakarta.enterprise.event.Event<SubscriptionStateChanged> changes;
    private final EventLog events;
    private final EndpointHealthTracker paces;
    private final RetrySchedule schedule;
    private final Clock clock;
    private final RandomGenerator random = RandomGenerator.getDefault();

    Ledger(
            Database database,
            Messages messages,
            SubscriptionRepository subscriptions,
            jakarta.enterprise.event.Event<SubscriptionStateChanged> changes,
            EventLog events,
            EndpointHealthTracker paces,
            DeliveryConfig config,
            Clock clock) {
        this.database = database;
        this.messages = messages;
        this.subscriptions = subscriptions;
        this.changes = changes;
        this.events = events;
        this.paces = paces;
        this.schedule = new RetrySchedule(config.retrySchedule(), config.jitter(), config.longestRetryAfter());
        this.clock = clock;
    }

    private record Row(
            @Nullable String changeId,
            MessagePurpose purpose,
            DeliveryStatus status,
            @Nullable Instant finishedAt) {}

    private record Step(Attempt attempt, Row before, DeliveryStatus after) {}

    private record Known(String deliveryId, Instant attemptedAt) {}

    private record Subscriber(String id, boolean active) {}

    /**
     * Records attempts in the order given. Idempotent: an attempt that is already recorded, because the answer to a commit was lost, is
     * skipped.
     */
    @Transactional
    public void record(List<Attempt> given) {
        Instant now = clock.instant();
        Set<String> active = lockSubscriptions(given);
        Map<String, Row> rows = lockDeliveries(given);
        Set<Known> known = known(given);
        List<Attempt> attempts = given.stream()
                .filter(one -> !known.contains(new Known(one.claim().deliveryId(), one.at())))
                .toList();
        Map<String, Messages.Message> sent = messages.find(
                attempts.stream().map(one -> one.claim().messageId()).toList());
        List<Step> steps = new ArrayList<>();
        for (Attempt attempt : attempts) {
            String id = attempt.claim().deliveryId();
            Row before = rows.get(id);
            if (before == null) {
                throw new IllegalStateException("A delivery is gone: " + id);
            }
            DeliveryStatus after = before.status().after(attempt.result().outcome(), now, schedule, random);
            steps.add(new Step(attempt, before, after));
            rows.put(id, new Row(before.changeId(), before.purpose(), after, now));
        }
        writeAttempts(steps);
        writeStandings(steps, active, now);
        paces.record(attempts);
        for (Step step : steps) {
            Messages.@Nullable Message message = sent.get(step.attempt().claim().messageId());
            appendEvent(step, message == null ? null : message.document());
        }
        disableGone(steps, active);
    }

    /** Events of one subscription are written in the order of its attempts, and it is not paused meanwhile. */
    private Set<String> lockSubscriptions(List<Attempt> attempts) {
        Set<String> ids = attempts.stream()
                .map(attempt -> attempt.claim().subscriptionId())
                .collect(Collectors.toSet());
        return database
                .sql("select id, active from subscription where id = any (:ids) order by id for no key update")
                .bind("ids", ids)
                .list(Subscriber.class)
                .stream()
                .filter(Subscriber::active)
                .map(Subscriber::id)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private Map<String, Row> lockDeliveries(List<Attempt> attempts) {
        return database.sql("select * from delivery where id = any (:ids) order by id for update")
                .bind("ids", deliveries(attempts))
                .collect(Collectors.toMap(
                        row -> row.getColumn("id", String.class), Ledger::row, (one, other) -> one, HashMap::new));
    }

    private static Row row(RowView row) {
        return new Row(
                row.getColumn("change_id", String.class),
                row.getColumn("purpose", MessagePurpose.class),
                row.getRow(DeliveryStatus.class),
                row.getColumn("finished_at", Instant.class));
    }

    private Set<Known> known(List<Attempt> attempts) {
        return Set.copyOf(
                database.sql("select delivery_id, attempted_at from delivery_attempt where delivery_id = any (:ids)")
                        .bind("ids", deliveries(attempts))
                        .list(Known.class));
    }

    private static List<String> deliveries(List<Attempt> attempts) {
        return attempts.stream().map(attempt -> attempt.claim().deliveryId()).toList();
    }

    private void writeAttempts(List<Step> steps) {
        database.batch(
                """
                insert into delivery_attempt (delivery_id, attempt, attempted_at, duration_ms, status, reason, response)
                values (:delivery, :attempt, :at, :duration, :status, :reason, :response)""",
                steps,
                (row, step) -> row.bind("delivery", step.attempt().claim().deliveryId())
                        .bind("attempt", step.after().attempts())
                        .bind("at", step.attempt().at())
                        .bind("duration", step.attempt().result().took().toMillis())
                        .bind("status", step.attempt().result().outcome().httpStatus())
                        .bind("reason", step.attempt().result().outcome().reason())
                        .bind("response", step.attempt().result().response()));
    }

    private void writeStandings(List<Step> steps, Set<String> active, Instant now) {
        database.batch(
                """
                update delivery set state = :state, attempts = :attempts, failures = :failures,
                  maybe_received = :maybeReceived, due_at = :dueAt, last_status = :status, last_reason = :reason,
                  finished_at = :finishedAt
                where id = :id""",
                steps.stream()
                        .sorted(Comparator.comparing(
                                step -> step.attempt().claim().deliveryId()))
                        .toList(),
                (row, step) -> {
                    ClaimedDelivery claim = step.attempt().claim();
                    DeliveryStatus after = step.after();
                    row.bind("state", after.state())
                            .bind("attempts", after.attempts())
                            .bind("failures", after.failures())
                            .bind("maybeReceived", after.maybeReceived())
                            .bind("dueAt", isSent(step, active) ? after.dueAt() : null)
                            .bind("status", step.attempt().result().outcome().httpStatus())
                            .bind("reason", step.attempt().result().outcome().reason())
                            .bind("finishedAt", after.state().isOpen() ? null : now)
                            .bind("id", claim.deliveryId());
                });
    }

    /** Whoever is not active is asked for confirmation, and sent nothing else. */
    private static boolean isSent(Step step, Set<String> active) {
        return active.contains(step.attempt().claim().subscriptionId())
                || step.before().purpose() == MessagePurpose.CONFIRMATION;
    }

    /** No event for deliveries without a change, nor for a late failure of a finished delivery. */
    private void appendEvent(Step step, @Nullable DocumentRef document) {
        String changeId = step.before().changeId();
        DeliveryPurpose purpose = step.before().purpose().inEvents();
        boolean open = step.before().status().state().isOpen();
        boolean delivered = step.after().state() == DeliveryState.DELIVERED;
        if (document == null || changeId == null || purpose == null || (!open && !delivered)) {
            return;
        }
        String deliveryId = step.attempt().claim().deliveryId();
        DeliveryAttempt attempt = new DeliveryAttempt(
                deliveryId,
                step.attempt().claim().subscriptionId(),
                changeId,
                purpose,
                step.after().attempts(),
                step.attempt().at(),
                step.attempt().result().outcome().httpStatus(),
                step.attempt().result().outcome().reason());
        EventData data = data(step.after(), document, attempt);
        EventType type = delivered
                ? EventType.DELIVERY_SUCCEEDED
                : step.after().dueAt() == null ? EventType.DELIVERY_EXHAUSTED : EventType.DELIVERY_FAILED;
        String id = Ids.event(type, deliveryId, Integer.toString(step.after().attempts()));
        events.append(Topic.DELIVERIES, new Event(id, step.attempt().at(), SOURCE, data));
    }

    private static EventData data(DeliveryStatus after, DocumentRef document, DeliveryAttempt attempt) {
        if (after.state() == DeliveryState.DELIVERED) {
            return new DeliverySucceeded(document, attempt);
        }
        Instant next = after.dueAt();
        return next == null ? new DeliveryExhausted(document, attempt) : new DeliveryFailed(document, attempt, next);
    }

    private void disableGone(List<Step> steps, Set<String> active) {
        for (Step step : steps) {
            String subscriptionId = step.attempt().claim().subscriptionId();
            if (step.attempt().result().outcome().isGone() && active.remove(subscriptionId)) {
                LOG.warnf("A receiver asks for no more and its subscription ends subscriptionId=%s", subscriptionId);
                subscriptions.activate(subscriptionId, false, "gone");
                changes.fire(new SubscriptionStateChanged(subscriptionId, SubscriptionStateChanged.State.PAUSED));
            }
        }
    }
}
