package dev.clausewatch.runtime.time;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long to pause after failures in a row: a first pause that doubles each time.
 *
 * @param first pause after the first failure
 * @param longest pause after any number of them
 * @param jitter largest part of a pause that is added at random, such as 0.1, so that not all who failed come back at once
 */
public record Backoff(Duration first, Duration longest, double jitter) {

    private static final int DOUBLINGS = 30;

    /** One whose pauses have no jitter. */
    public Backoff(Duration first, Duration longest) {
        this(first, longest, 0);
    }

    /**
     * The pause without jitter.
     *
     * @param failures in a row, the last one included; at least one
     */
    public Duration after(int failures) {
        long factor = 1L << Math.min(DOUBLINGS, Math.max(0, failures - 1));
        return first.toMillis() > longest.toMillis() / factor ? longest : first.multipliedBy(factor);
    }

    /**
     * The pause with jitter: as long as the other side asks for, up to the longest, and otherwise as long as the failures say.
     *
     * @param failures in a row, the last one included; at least one
     * @param asked what the other side asked for; null or zero if it did not
     * @param random between 0 and 1
     */
    public Duration after(int failures, @Nullable Duration asked, double random) {
        Duration pause = asked == null || asked.isZero() ? after(failures) : asked;
        Duration bounded = pause.compareTo(longest) > 0 ? longest : pause;
        return bounded.plusMillis(Math.round(bounded.toMillis() * jitter * random));
    }
}
