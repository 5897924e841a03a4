/** Whom to tell what: reads classified changes and source health events, and queues alerts, retractions and reinstatements. */
@NullMarked
package dev.clausewatch.alert.planning;

import org.jspecify.annotations.NullMarked;
