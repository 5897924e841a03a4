package dev.clausewatch.alert.delivery;

/** CDI event: deliveries were queued. Fired in the transaction that queues them; the dispatcher observes its commit. */
record DeliveriesQueued() {}
