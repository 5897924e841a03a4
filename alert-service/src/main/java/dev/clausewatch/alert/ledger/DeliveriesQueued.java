package dev.clausewatch.alert.ledger;

/** CDI event: deliveries were queued. Fired in the transaction that queues them; the dispatcher observes its commit. */
public record DeliveriesQueued() {}
