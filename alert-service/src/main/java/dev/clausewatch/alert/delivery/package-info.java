/**
 * From a classified change or a source health event to delivered webhooks: planning of deliveries, queue, retry schedule, ledger of
 * attempts, retractions and reinstatements.
 */
@NullMarked
package dev.clausewatch.alert.delivery;

import org.jspecify.annotations.NullMarked;
