package dev.clausewatch.alert.subscription;

/**
 * CDI event: a subscription was activated, paused or deleted. Fired in the transaction of the change, so that its deliveries are updated in
 * the same transaction.
 *
 * @param subscriptionId which
 * @param state what it is now
 */
public record SubscriptionStateChanged(String subscriptionId, State state) {

    /** State of a subscription. */
    public enum State {
        ACTIVE,
        PAUSED,
        DELETED
    }
}
