package dev.clausewatch.alert.delivery;

import dev.clausewatch.alert.webhook.WebhookSecret;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * A delivery that this process has leased: it may send it until the lease ends.
 *
 * @param deliveryId which
 * @param subscriptionId whom
 * @param messageId what
 * @param url where
 * @param secrets what signs it
 * @param subscribed whether the subscription is active
 * @param lane in which it waited
 * @param leaseEnd when other processes may take it, by the database's clock
 */
record ClaimedDelivery(
        String deliveryId,
        String subscriptionId,
        String messageId,
        URI url,
        List<WebhookSecret> secrets,
        boolean subscribed,
        Lane lane,
        Instant leaseEnd) {}
