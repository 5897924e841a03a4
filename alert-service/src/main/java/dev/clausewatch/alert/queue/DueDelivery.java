package dev.clausewatch.alert.queue;

import dev.clausewatch.alert.ledger.EndpointHealth;

/**
 * A delivery that could be taken.
 *
 * @param id which
 * @param subscriptionId whom
 * @param host where
 * @param pace how its endpoint answered last
 */
record DueDelivery(String id, String subscriptionId, String host, EndpointHealth pace) {}
