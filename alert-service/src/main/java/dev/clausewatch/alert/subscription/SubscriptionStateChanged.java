package dev.clausewatch.alert.subscription;

/**
 * A subscription is told from now on, is told nothing for a while, or never again; fired within the transaction that says so, so
 * that its deliveries follow in the same.
 *
 * @param subscriptionId which
 * @param state what it is now
 */
public record SubscriptionStateChanged(String subscriptionId, State state) {

    /** Whether a subscription is told. */
    public enum State {
        ACTIVE,
        PAUSED,
        DELETED
    }
}
