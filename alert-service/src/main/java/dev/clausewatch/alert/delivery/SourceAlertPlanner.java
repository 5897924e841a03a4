package dev.clausewatch.alert.delivery;

import dev.clausewatch.alert.matching.Subscribers;
import dev.clausewatch.alert.retention.Retention;
import dev.clausewatch.alert.webhook.WebhookConfig;
import dev.clausewatch.alert.webhook.WebhookMessages;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.Event;
import dev.clausewatch.events.EventType;
import dev.clausewatch.events.Ids;
import dev.clausewatch.events.SourceDegraded;
import dev.clausewatch.events.SourceRecovered;
import dev.clausewatch.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Plans alerts on source health for subscriptions that want them: queues one delivery per subscription and event, in the caller's
 * transaction. Idempotent: an event that is read again queues nothing.
 */
@ApplicationScoped
class SourceAlertPlanner {

    private static final Logger LOG = Logger.getLogger(SourceAlertPlanner.class);

    private final Database database;
    private final Subscribers subscribers;
    private final DeliveryRepository deliveries;
    private final Messages messages;
    private final WebhookMessages bodies;
    private final Retention retention;
    private final Clock clock;

    SourceAlertPlanner(
            Database database,
            Subscribers subscribers,
            DeliveryRepository deliveries,
            Messages messages,
            WebhookConfig config,
            Retention retention,
            Clock clock) {
        this.database = database;
        this.subscribers = subscribers;
        this.deliveries = deliveries;
        this.messages = messages;
        this.bodies = new WebhookMessages(config.gatewayUrl());
        this.retention = retention;
        this.clock = clock;
    }

    void degraded(Event event, SourceDegraded degraded) {
        plan(event, EventType.SOURCE_DEGRADED, degraded.document(), bodies.degraded(event.time(), degraded));
    }

    void recovered(Event event, SourceRecovered recovered) {
        plan(event, EventType.SOURCE_RECOVERED, recovered.document(), bodies.recovered(event.time(), recovered));
    }

    private void plan(Event event, EventType type, DocumentRef document, String body) {
        Instant now = clock.instant();
        if (retention.isExpired(event.time()) || !isNew(event, now)) {
            return;
        }
        List<NewDelivery> planned = subscribers.toldOfSource(document).stream()
                .map(id -> new NewDelivery(
                        Ids.event(type, id, event.id()),
                        id,
                        event.id(),
                        null,
                        MessagePurpose.SOURCE_HEALTH,
                        Duration.ZERO))
                .toList();
        if (!planned.isEmpty()) {
            messages.add(event.id(), body, document, now);
            deliveries.queue(planned, now);
        }
        LOG.infof(
                "Source health alerts are planned documentId=%s type=%s subscriptions=%d",
                document.id(), type.shortName(), planned.size());
    }

    /** An event that is read again must not alert those who subscribed in between. */
    private boolean isNew(Event event, Instant now) {
        return database.sql(
                                "insert into handled_source_event (event_id, handled_at) values (:id, :now) on conflict do nothing")
                        .bind("id", event.id())
                        .bind("now", now)
                        .update()
                == 1;
    }
}
