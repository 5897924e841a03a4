package dev.clausewatch.alert.ledger;

import dev.clausewatch.alert.destination.AttemptOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Status of a delivery between attempts: how an attempt's outcome changes it, and whether it needs a retraction.
 *
 * @param state its state
 * @param claims how often it was claimed
 * @param attempts how often an outcome was recorded
 * @param failures since the retry schedule began
 * @param maybeReceived whether an attempt was received, or may have been
 * @param dueAt when it may be taken; absent when finished or held
 */
public record DeliveryStatus(
        DeliveryState state,
        int claims,
        int attempts,
        int failures,
        boolean maybeReceived,
        @Nullable Instant dueAt) {

    /** Whether the subscriber of an alert needs a retraction when the change is retracted. */
    public enum RetractionNeed {
        /** The subscriber did not receive the alert: nothing is sent. */
        NOT_NEEDED,
        /** The subscriber received the alert or may have received it: a retraction is sent. */
        NEEDED
    }

    /** The status after an attempt with this outcome. */
    DeliveryStatus after(AttemptOutcome outcome, Instant now, RetrySchedule schedule, RandomGenerator random) {
        boolean received = maybeReceived || outcome.maybeReceived();
        if (outcome instanceof AttemptOutcome.Accepted) {
            return new DeliveryStatus(DeliveryState.DELIVERED, claims, attempts + 1, failures, true, null);
        }
        if (!state.isOpen()) {
            return new DeliveryStatus(state, claims, attempts + 1, failures + 1, received, null);
        }
        int failed = failures + 1;
        Duration askedFor = outcome instanceof AttemptOutcome.Refused refused && refused.retryAfter() != null
                ? refused.retryAfter()
                : Duration.ZERO;
        Instant next = outcome.isFinal()
                ? null
                : schedule.waitAfter(failed, askedFor, random).map(now::plus).orElse(null);
        DeliveryState after = next == null ? DeliveryState.EXHAUSTED : DeliveryState.RETRYING;
        return new DeliveryStatus(after, claims, attempts + 1, failed, received, next);
    }

    /** Whether it is claimed and has no recorded outcome: it is in flight, or its process died and it may have been sent. */
    public boolean mayBeInFlight() {
        return claims > attempts;
    }

    /**
     * Whether its subscriber needs a retraction. None is needed for a delivery that was never claimed or whose attempts certainly all
     * failed.
     */
    public RetractionNeed retractionNeed() {
        return maybeReceived || mayBeInFlight() ? RetractionNeed.NEEDED : RetractionNeed.NOT_NEEDED;
    }
}
