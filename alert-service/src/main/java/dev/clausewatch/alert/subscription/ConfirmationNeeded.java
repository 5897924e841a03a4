package dev.clausewatch.alert.subscription;

/**
 * CDI event: the address of a subscription has to be asked before it is told anything. Fired in the transaction that sets the address.
 *
 * @param subscriptionId which
 */
public record ConfirmationNeeded(String subscriptionId) {}
