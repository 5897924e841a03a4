package dev.clausewatch.alert.delivery;

import dev.clausewatch.alert.webhook.AttemptOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How a delivery stands between attempts: what an attempt's outcome makes of it, and what its retraction asks for.
 *
 * @param state where it stands
 * @param claims how often it was handed to a sender
 * @param attempts how often an outcome was recorded
 * @param failures since the retry schedule began
 * @param maybeReceived whether an attempt was received, or may have been
 * @param dueAt when it may be taken; absent when finished or held
 */
record Standing(
        DeliveryState state,
        int claims,
        int attempts,
        int failures,
        boolean maybeReceived,
        @Nullable Instant dueAt) {

    /** What a retraction of a change asks for, of a delivery that tells of the change. */
    enum Withdrawal {
        /** The subscriber does not know of the change: nothing is sent. */
        NOT_TOLD,
        /** The subscriber knows, or may know: a retraction follows. */
        MAYBE_TOLD
    }

    /** What the outcome of an attempt makes of it. */
    Standing after(AttemptOutcome outcome, Instant now, RetrySchedule schedule, RandomGenerator random) {
        boolean received = maybeReceived || outcome.maybeReceived();
        if (outcome instanceof AttemptOutcome.Accepted) {
            return new Standing(DeliveryState.DELIVERED, claims, attempts + 1, failures, true, null);
        }
        if (!state.isOpen()) {
            return new Standing(state, claims, attempts + 1, failures + 1, received, null);
        }
        int failed = failures + 1;
        Duration askedFor = outcome instanceof AttemptOutcome.Refused refused && refused.retryAfter() != null
                ? refused.retryAfter()
                : Duration.ZERO;
        Instant next = outcome.isGone()
                ? null
                : schedule.waitAfter(failed, askedFor, random).map(now::plus).orElse(null);
        DeliveryState after = next == null ? DeliveryState.EXHAUSTED : DeliveryState.RETRYING;
        return new Standing(after, claims, attempts + 1, failed, received, next);
    }

    /** Whether a sender has it now, or had it and died: it may have been sent without our knowing. */
    boolean isUnaccounted() {
        return claims > attempts;
    }

    /**
     * Whether its subscriber is told that the change is gone. A delivery that was never handed to a sender, or of which every attempt
     * certainly failed, told nobody.
     */
    Withdrawal withdrawal() {
        return maybeReceived || isUnaccounted() ? Withdrawal.MAYBE_TOLD : Withdrawal.NOT_TOLD;
    }
}
