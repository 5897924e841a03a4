package dev.clausewatch.alert.planning;

import dev.clausewatch.alert.ledger.MessagePurpose;
import dev.clausewatch.alert.ledger.Outbox;
import dev.clausewatch.alert.matching.Subscribers;
import dev.clausewatch.alert.notice.Notice;
import dev.clausewatch.alert.retention.Retention;
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
    private final Outbox outbox;
    private final Retention retention;
    private final Clock clock;

    SourceAlertPlanner(Database database, Subscribers subscribers, Outbox outbox, Retention retention, Clock clock) {
        this.database = database;
        this.subscribers = subscribers;
        this.outbox = outbox;
        this.retention = retention;
        this.clock = clock;
    }

    void degraded(Event event, SourceDegraded degraded) {
        plan(event, EventType.SOURCE_DEGRADED, degraded.document(), new Notice.Degraded(event.time(), degraded));
    }

    void recovered(Event event, SourceRecovered recovered) {
        plan(event, EventType.SOURCE_RECOVERED, recovered.document(), new Notice.Recovered(event.time(), recovered));
    }

    private void plan(Event event, EventType type, DocumentRef document, Notice notice) {
        Instant now = clock.instant();
        if (retention.isExpired(event.time()) || !isNew(event, now)) {
            return;
        }
        List<Outbox.Recipient> recipients = subscribers.toldOfSource(document).stream()
                .map(subscriber -> new Outbox.Recipient(
                        Ids.event(type, subscriber.id(), event.id()),
                        subscriber.id(),
                        subscriber.rendering(),
                        Duration.ZERO))
                .toList();
        outbox.queue(notice, event.id(), null, MessagePurpose.SOURCE_HEALTH, recipients, now);
        LOG.infof(
                "Source health alerts are planned documentId=%s type=%s subscriptions=%d",
                document.id(), type.shortName(), recipients.size());
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
