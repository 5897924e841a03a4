package dev.clausewatch.alert.planning;

import dev.clausewatch.alert.ledger.DeliveryConfig;
import dev.clausewatch.alert.ledger.DeliveryRepository;
import dev.clausewatch.alert.ledger.DeliveryState;
import dev.clausewatch.alert.ledger.DeliveryStatus;
import dev.clausewatch.alert.ledger.MessagePurpose;
import dev.clausewatch.alert.ledger.Outbox;
import dev.clausewatch.alert.matching.AlertTiming;
import dev.clausewatch.alert.matching.ChangeMatches;
import dev.clausewatch.alert.notice.Notice;
import dev.clausewatch.alert.retention.Retention;
import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ChangeSettled;
import dev.clausewatch.events.ClassificationCause;
import dev.clausewatch.events.DeliveryPurpose;
import dev.clausewatch.events.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Plans alerts, retractions and reinstatements: queues one delivery per matching subscription and change, in the caller's transaction.
 * Idempotent: an event that is read again queues nothing.
 */
@ApplicationScoped
public class AlertPlanner {

    private static final Logger LOG = Logger.getLogger(AlertPlanner.class);

    private final HandledChanges handled;
    private final DeliveryRepository deliveries;
    private final Outbox outbox;
    private final Retention retention;
    private final Duration lease;
    private final Clock clock;

    AlertPlanner(
            HandledChanges handled,
            DeliveryRepository deliveries,
            Outbox outbox,
            DeliveryConfig delivery,
            Retention retention,
            Clock clock) {
        this.handled = handled;
        this.deliveries = deliveries;
        this.outbox = outbox;
        this.retention = retention;
        this.lease = delivery.lease();
        this.clock = clock;
    }

    /** Whether a change alerts at once, when it was not handled before. */
    boolean alertsNow(ChangeClassified classified) {
        return classified.meaning().alert()
                && AlertTiming.of(classified) == AlertTiming.NOW
                && !retention.isExpired(classified.classification().classifiedAt());
    }

    /** Plans what a classified change asks for, now or when it is confirmed. */
    public void classified(ChangeClassified classified, ChangeMatches matches) {
        if (retention.isExpired(classified.classification().classifiedAt())) {
            LOG.debugf(
                    "A change is too old to alert changeId=%s",
                    classified.change().changeId());
            return;
        }
        Instant now = clock.instant();
        switch (AlertTiming.of(classified)) {
            case NOW -> {
                if (handled.markAlerted(classified.change().changeId(), now)) {
                    plan(classified, matches, now);
                }
            }
            case WHEN_CONFIRMED -> {
                if (handled.park(classified, now)) {
                    plan(classified, matches, now);
                }
            }
            case NEVER -> {
                if (classified.classification().cause() != ClassificationCause.CHANGE) {
                    handled.replaceWaiting(classified);
                }
                LOG.debugf(
                        "A change does not alert changeId=%s reason=%s",
                        classified.change().changeId(), classified.meaning().alertReason());
            }
        }
    }

    /** Plans or drops a change that waited. */
    public void settled(ChangeSettled settled, ChangeMatches matches) {
        Instant now = clock.instant();
        switch (settled.as()) {
            case CONFIRMED ->
                handled.confirm(settled.changeId(), now).ifPresent(waiting -> plan(waiting, matches, now));
            case WITHDRAWN, SUPERSEDED -> handled.drop(settled.changeId(), now);
            case UNKNOWN ->
                LOG.warnf(
                        "A change was settled in a way this release does not know and stays pending changeId=%s",
                        settled.changeId());
        }
    }

    private void plan(ChangeClassified classified, ChangeMatches matches, Instant now) {
        if (AlertTiming.retracts(classified)) {
            classified.change().verdict().reverts().forEach(gone -> retract(gone, classified, now));
        }
        if (AlertTiming.reinstates(classified)) {
            classified.change().verdict().reinstates().forEach(back -> reinstate(back, classified, now));
        }
        if (classified.meaning().alert()) {
            alert(classified, matches, now);
        }
    }

    private void alert(ChangeClassified classified, ChangeMatches matches, Instant now) {
        String changeId = classified.change().changeId();
        List<Outbox.Recipient> recipients = matches.alertedBy(classified).stream()
                .map(subscriber -> new Outbox.Recipient(
                        Ids.delivery(subscriber.id(), changeId, DeliveryPurpose.ALERT),
                        subscriber.id(),
                        subscriber.rendering(),
                        Duration.ZERO))
                .toList();
        outbox.queue(
                new Notice.Alert(classified),
                changeId + ":" + MessagePurpose.ALERT,
                changeId,
                MessagePurpose.ALERT,
                recipients,
                now);
        LOG.infof("Alerts are planned changeId=%s subscriptions=%d", changeId, recipients.size());
    }

    /**
     * Sends a retraction to every subscriber who received the alert or may have received it. Alerts that are not delivered are cancelled,
     * also those in flight; the retraction of an alert in flight waits for one lease. A change that is read after its retraction is not
     * alerted.
     */
    private void retract(String changeId, ChangeClassified by, Instant now) {
        handled.drop(changeId, now);
        List<DeliveryRepository.Alert> told = stop(deliveries.lockAlerts(changeId), now);
        for (DeliveryRepository.Alert alert : told) {
            follow(
                    alert,
                    new Notice.Retraction(changeId, alert.deliveryId(), alert.headline(), by),
                    Ids.delivery(alert.subscriptionId(), changeId, DeliveryPurpose.RETRACTION),
                    changeId,
                    MessagePurpose.RETRACTION,
                    now);
        }
        LOG.infof("A change is retracted changeId=%s retractions=%d", changeId, told.size());
    }

    /**
     * Sends a reinstatement to every subscriber who received the retraction or may have received it. Retractions that are not delivered are
     * cancelled, since for their subscribers the alert still stands.
     */
    private void reinstate(String changeId, ChangeClassified by, Instant now) {
        List<DeliveryRepository.Alert> told = stop(deliveries.lockRetractions(changeId), now);
        for (DeliveryRepository.Alert retraction : told) {
            String subscription = retraction.subscriptionId();
            follow(
                    retraction,
                    new Notice.Reinstatement(
                            changeId,
                            Ids.delivery(subscription, changeId, DeliveryPurpose.ALERT),
                            retraction.headline(),
                            by),
                    Ids.delivery(subscription, changeId, DeliveryPurpose.REINSTATEMENT),
                    changeId,
                    MessagePurpose.REINSTATEMENT,
                    now);
        }
        LOG.infof("A change is reinstated changeId=%s reinstatements=%d", changeId, told.size());
    }

    /** Cancels those that are not delivered; the answer is whose subscribers have it or may have it, and have to hear of its end. */
    private List<DeliveryRepository.Alert> stop(List<DeliveryRepository.Alert> sent, Instant now) {
        deliveries.cancel(
                sent.stream()
                        .filter(one -> one.status().state() != DeliveryState.DELIVERED)
                        .map(DeliveryRepository.Alert::deliveryId)
                        .toList(),
                now);
        return sent.stream()
                .filter(one -> one.status().retractionNeed() == DeliveryStatus.RetractionNeed.NEEDED && !one.deleted())
                .toList();
    }

    /** Queues what follows a message that was sent or may have been. Each names the delivery it follows, so it is a message of its own. */
    private void follow(
            DeliveryRepository.Alert sent,
            Notice notice,
            String deliveryId,
            String changeId,
            MessagePurpose purpose,
            Instant now) {
        Duration dueIn = sent.active() ? delayUntilLeaseEnds(sent.status()) : null;
        outbox.queue(
                notice,
                deliveryId,
                changeId,
                purpose,
                List.of(new Outbox.Recipient(deliveryId, sent.subscriptionId(), sent.rendering(), dueIn)),
                now);
    }

    /** A retraction must not overtake its alert. An attempt that is in flight now ends within one lease. */
    private Duration delayUntilLeaseEnds(DeliveryStatus status) {
        return status.mayBeInFlight() && status.dueAt() != null ? lease : Duration.ZERO;
    }
}
