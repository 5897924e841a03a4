/**
 * From a classified change to a subscriber who was told: deliveries with their state, the queue they wait in, the retry schedule, the
 * ledger of attempts, and retractions of what was told and is gone; and from the health of a source to those who asked for it.
 */
@NullMarked
package dev.clausewatch.alert.delivery;

import org.jspecify.annotations.NullMarked;
