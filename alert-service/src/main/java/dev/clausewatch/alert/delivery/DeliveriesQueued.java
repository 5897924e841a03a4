package dev.clausewatch.alert.delivery;

/** There are new deliveries; fired within the transaction that queues them, so that the dispatcher looks right after it. */
record DeliveriesQueued() {}
