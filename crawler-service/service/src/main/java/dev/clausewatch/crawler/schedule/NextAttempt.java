package dev.clausewatch.crawler.schedule;

import dev.clausewatch.runtime.time.Backoff;
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
        Duration wait = new Backoff(first, longestRetry).after(consecutiveFailures);
        return now.plus(retryAfter != null && retryAfter.compareTo(wait) > 0 ? retryAfter : wait);
    }
}
