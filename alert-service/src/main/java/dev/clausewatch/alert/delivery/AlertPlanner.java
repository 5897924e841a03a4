package dev.clausewatch.alert.delivery;

import dev.clausewatch.alert.matching.AlertTiming;
import dev.clausewatch.alert.matching.Subscribers;
import dev.clausewatch.alert.retention.Retention;
import dev.clausewatch.alert.webhook.WebhookConfig;
import dev.clausewatch.alert.webhook.WebhookMessages;
import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ChangeSettled;
import dev.clausewatch.events.ClassificationCause;
import dev.clausewatch.events.DeliveryPurpose;
import dev.clausewatch.events.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Plans alerts, retractions and reinstatements: queues one delivery per matching subscription and change, in the caller's transaction.
 * Idempotent: an event that is read again queues nothing.
 */
@ApplicationScoped
class AlertPlanner {

    private static final Logger LOG = Logger.getLogger(AlertPlanner.class);

    private final HandledChanges handled;
    private final Subscribers subscribers;
    private final DeliveryRepository deliveries;
    private final Messages messages;
    private final WebhookMessages bodies;
    private final Retention retention;
    private final Duration lease;
    private final Clock clock;

    AlertPlanner(
            HandledChanges handled,
            Subscribers subscribers,
            DeliveryRepository deliveries,
            Messages messages,
            WebhookConfig config,
            DeliveryConfig delivery,
            Retention retention,
            Clock clock) {
        this.handled = handled;
        this.subscribers = subscribers;
        this.deliveries = deliveries;
        this.messages = messages;
        this.bodies = new WebhookMessages(config.gatewayUrl());
        this.retention = retention;
        this.lease = delivery.lease();
        this.clock = clock;
    }

    void classified(ChangeClassified classified) {
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
                    plan(classified, now);
                }
            }
            case WHEN_CONFIRMED -> {
                if (handled.park(classified, now)) {
                    plan(classified, now);
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

    void settled(ChangeSettled settled) {
        Instant now = clock.instant();
        switch (settled.as()) {
            case CONFIRMED -> handled.confirm(settled.changeId(), now).ifPresent(waiting -> plan(waiting, now));
            case WITHDRAWN, SUPERSEDED -> handled.drop(settled.changeId(), now);
            case UNKNOWN ->
                LOG.warnf(
                        "A change was settled in a way this release does not know and stays pending changeId=%s",
                        settled.changeId());
        }
    }

    private void plan(ChangeClassified classified, Instant now) {
        if (AlertTiming.retracts(classified)) {
            classified.change().verdict().reverts().forEach(gone -> retract(gone, classified, now));
        }
        if (AlertTiming.reinstates(classified)) {
            classified.change().verdict().reinstates().forEach(back -> reinstate(back, classified, now));
        }
        if (classified.meaning().alert()) {
            alert(classified, now);
        }
    }

    private void alert(ChangeClassified classified, Instant now) {
        String changeId = classified.change().changeId();
        String messageId = changeId + ":" + MessagePurpose.ALERT;
        List<NewDelivery> alerts = subscribers.alertedBy(classified).stream()
                .map(id -> new NewDelivery(
                        Ids.delivery(id, changeId, DeliveryPurpose.ALERT),
                        id,
                        messageId,
                        changeId,
                        MessagePurpose.ALERT,
                        Duration.ZERO))
                .toList();
        if (!alerts.isEmpty()) {
            messages.add(messageId, bodies.alert(classified), classified.document(), now);
            deliveries.queue(alerts, now);
        }
        LOG.infof("Alerts are planned changeId=%s subscriptions=%d", changeId, alerts.size());
    }

    /**
     * Sends a retraction to every subscriber who received the alert or may have received it. Alerts that are not delivered are cancelled,
     * also those in flight; the retraction of an alert in flight waits for one lease. A change that is read after its retraction is not
     * alerted.
     */
    private void retract(String retractedChangeId, ChangeClassified by, Instant now) {
        List<NewDelivery> retractions = new ArrayList<>();
        List<String> stopped = new ArrayList<>();
        handled.drop(retractedChangeId, now);
        for (DeliveryRepository.Alert alert : deliveries.lockAlerts(retractedChangeId)) {
            DeliveryStatus status = alert.status();
            if (status.state() != DeliveryState.DELIVERED) {
                stopped.add(alert.deliveryId());
            }
            if (status.retractionNeed() == DeliveryStatus.RetractionNeed.NEEDED && !alert.deleted()) {
                retractions.add(retraction(alert, retractedChangeId, by, now));
            }
        }
        deliveries.cancel(stopped, now);
        deliveries.queue(retractions, now);
        LOG.infof(
                "A change is retracted changeId=%s cancelled=%d retractions=%d",
                retractedChangeId, stopped.size(), retractions.size());
    }

    /**
     * Sends a reinstatement to every subscriber who received the retraction or may have received it. Retractions that are not delivered are
     * cancelled, since for their subscribers the alert still stands.
     */
    private void reinstate(String changeId, ChangeClassified by, Instant now) {
        List<NewDelivery> reinstatements = new ArrayList<>();
        List<String> stopped = new ArrayList<>();
        for (DeliveryRepository.Alert retraction : deliveries.lockRetractions(changeId)) {
            DeliveryStatus status = retraction.status();
            if (status.state() != DeliveryState.DELIVERED) {
                stopped.add(retraction.deliveryId());
            }
            if (status.retractionNeed() == DeliveryStatus.RetractionNeed.NEEDED && !retraction.deleted()) {
                reinstatements.add(reinstatement(retraction, changeId, by, now));
            }
        }
        deliveries.cancel(stopped, now);
        deliveries.queue(reinstatements, now);
        LOG.infof(
                "A change is reinstated changeId=%s cancelled=%d reinstatements=%d",
                changeId, stopped.size(), reinstatements.size());
    }

    private NewDelivery reinstatement(
            DeliveryRepository.Alert retraction, String changeId, ChangeClassified by, Instant now) {
        String subscription = retraction.subscriptionId();
        String id = Ids.delivery(subscription, changeId, DeliveryPurpose.REINSTATEMENT);
        String alertId = Ids.delivery(subscription, changeId, DeliveryPurpose.ALERT);
        messages.add(id, bodies.reinstatement(changeId, alertId, by), by.document(), now);
        Duration dueIn = delayUntilLeaseEnds(retraction.status());
        return new NewDelivery(
                id, subscription, id, changeId, MessagePurpose.REINSTATEMENT, retraction.active() ? dueIn : null);
    }

    private NewDelivery retraction(
            DeliveryRepository.Alert alert, String retractedChangeId, ChangeClassified by, Instant now) {
        String id = Ids.delivery(alert.subscriptionId(), retractedChangeId, DeliveryPurpose.RETRACTION);
        messages.add(id, bodies.retraction(retractedChangeId, alert.deliveryId(), by), by.document(), now);
        Duration dueIn = delayUntilLeaseEnds(alert.status());
        return new NewDelivery(
                id,
                alert.subscriptionId(),
                id,
                retractedChangeId,
                MessagePurpose.RETRACTION,
                alert.active() ? dueIn : null);
    }

    /** A retraction must not overtake its alert. An attempt that is in flight now ends within one lease. */
    private Duration delayUntilLeaseEnds(DeliveryStatus status) {
        return status.mayBeInFlight() && status.dueAt() != null ? lease : Duration.ZERO;
    }
}
