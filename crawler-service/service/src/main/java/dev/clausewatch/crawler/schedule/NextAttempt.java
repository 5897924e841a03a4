package dev.clausewatch.crawler.schedule;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a document is captured next.
 *
 * @param firstRetry wait after the first failure
 * @param longestRetry longest wait after a failure that the server did not ask for
 * @param jitter part of the cadence, such as 0.1
 */
record NextAttempt(Duration firstRetry, Duration longestRetry, double jitter) {

    private static final int DOUBLINGS = 30;

    /**
     * After a capture that worked.
     *
     * @param random between 0 and 1: where in the range of the jitter
     */
    Instant afterSuccess(Instant now, Duration cadence, double random) {
        double factor = 1 + jitter * (2 * random - 1);
        return now.plus(Duration.ofMillis(Math.round(cadence.toMillis() * factor)));
    }

    /** After a failure; a server's own wish is followed when it is longer. */
    Instant afterFailure(Instant now, int consecutiveFailures, Duration cadence, @Nullable Duration retryAfter) {
        Duration first = firstRetry.compareTo(cadence) < 0 ? firstRetry : cadence;
        int doublings = Math.min(DOUBLINGS, Math.max(0, consecutiveFailures - 1));
        long factor = 1L << doublings;
        Duration wait = first.toMillis() > longestRetry.toMillis() / factor ? longestRetry : first.multipliedBy(factor);
        return now.plus(retryAfter != null && retryAfter.compareTo(wait) > 0 ? retryAfter : wait);
    }
}
