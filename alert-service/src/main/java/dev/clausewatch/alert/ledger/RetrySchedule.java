package dev.clausewatch.alert.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When the next attempt is due: a list of delays, extended by {@code Retry-After}.
 *
 * @param waits before each attempt, the first included
 * @param jitter share of a wait that is added at most, at random
 * @param longestRetryAfter the longest wait that a receiver may ask for
 */
record RetrySchedule(List<Duration> waits, double jitter, Duration longestRetryAfter) {

    RetrySchedule {
        waits = List.copyOf(waits);
        if (waits.isEmpty()) {
            throw new IllegalArgumentException("a retry schedule has at least one entry");
        }
        if (jitter < 0 || jitter > 1) {
            throw new IllegalArgumentException("jitter is a share from 0 to 1");
        }
    }

    /** The wait after so many failures; empty when there is no further attempt. */
    Optional<Duration> waitAfter(int failures, Duration askedFor, RandomGenerator random) {
        if (failures >= waits.size()) {
            return Optional.empty();
        }
        Duration wait = waits.get(failures);
        Duration jittered = wait.plusNanos((long) (wait.toNanos() * jitter * random.nextDouble()));
        Duration asked = askedFor.compareTo(longestRetryAfter) > 0 ? longestRetryAfter : askedFor;
        return Optional.of(asked.compareTo(jittered) > 0 ? asked : jittered);
    }
}
