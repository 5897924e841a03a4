package dev.clausewatch.alert.ledger;

import dev.clausewatch.alert.destination.Destination;
import java.time.Instant;

/**
 * A delivery that this process has leased: it may send it until the lease ends.
 *
 * @param deliveryId which
 * @param subscriptionId whom
 * @param messageId what
 * @param destination where
 * @param subscribed whether the subscription is active
 * @param lane in which it waited
 * @param leaseEnd when other processes may take it, by the database's clock
 */
public record ClaimedDelivery(
        String deliveryId,
        String subscriptionId,
        String messageId,
        Destination destination,
        boolean subscribed,
        Lane lane,
        Instant leaseEnd) {}
