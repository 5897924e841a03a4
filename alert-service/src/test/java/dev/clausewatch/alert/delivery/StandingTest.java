package dev.clausewatch.alert.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.alert.webhook.AttemptOutcome;
import dev.clausewatch.alert.webhook.AttemptOutcome.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final RetrySchedule SCHEDULE =
            new RetrySchedule(List.of(Duration.ZERO, Duration.ofSeconds(5)), 0, Duration.ofHours(24));
    private static final AttemptOutcome REFUSED = new AttemptOutcome.Refused(500, null);
    private static final AttemptOutcome UNREACHABLE = new AttemptOutcome.Unreachable(Fault.CONNECTION_REFUSED);
    private static final AttemptOutcome UNANSWERED = new AttemptOutcome.Unanswered(Fault.TIMEOUT);

    private final Standing queued = new Standing(DeliveryState.PENDING, 0, 0, 0, false, NOW);
    private final Standing underWay = new Standing(DeliveryState.PENDING, 1, 0, 0, false, NOW.plusSeconds(30));

    @Test
    void successDelivers() {
        Standing after = after(underWay, new AttemptOutcome.Accepted(200));

        assertEquals(DeliveryState.DELIVERED, after.state());
        assertNull(after.dueAt());
    }

    @Test
    void failureIsRetriedUntilTheScheduleEnds() {
        Standing once = after(underWay, REFUSED);
        assertEquals(DeliveryState.RETRYING, once.state());
        assertEquals(NOW.plusSeconds(5), once.dueAt());

        Standing twice = after(once, REFUSED);
        assertEquals(DeliveryState.EXHAUSTED, twice.state());
        assertEquals(2, twice.attempts());
        assertNull(twice.dueAt());
    }

    @Test
    void aReceiverThatIsGoneIsNotTriedAgain() {
        assertEquals(
                DeliveryState.EXHAUSTED,
                after(underWay, new AttemptOutcome.Refused(410, null)).state());
    }

    @Test
    void aCancelledDeliveryStaysCancelledWhenItsLastAttemptFails() {
        Standing cancelled = new Standing(DeliveryState.CANCELLED, 1, 0, 0, false, null);

        assertEquals(DeliveryState.CANCELLED, after(cancelled, REFUSED).state());
        assertEquals(
                DeliveryState.DELIVERED,
                after(cancelled, new AttemptOutcome.Accepted(200)).state());
    }

    @Test
    void nobodyIsToldOfTheEndOfWhatNobodyWasTold() {
        assertEquals(Standing.Withdrawal.NOT_TOLD, queued.withdrawal());
        assertEquals(Standing.Withdrawal.NOT_TOLD, after(underWay, REFUSED).withdrawal());
        assertEquals(
                Standing.Withdrawal.NOT_TOLD,
                after(after(underWay, UNREACHABLE), UNREACHABLE).withdrawal());
    }

    @Test
    void whoWasToldOrMayHaveBeenIsToldOfTheEnd() {
        assertEquals(Standing.Withdrawal.MAYBE_TOLD, underWay.withdrawal());
        assertEquals(
                Standing.Withdrawal.MAYBE_TOLD,
                after(underWay, new AttemptOutcome.Accepted(200)).withdrawal());
        assertEquals(Standing.Withdrawal.MAYBE_TOLD, after(underWay, UNANSWERED).withdrawal());
        assertEquals(
                Standing.Withdrawal.MAYBE_TOLD,
                after(after(underWay, UNANSWERED), REFUSED).withdrawal());
        assertEquals(
                Standing.Withdrawal.MAYBE_TOLD,
                after(underWay, new AttemptOutcome.Refused(504, null)).withdrawal());
    }

    @Test
    void anAttemptWhoseSenderDiedStaysUnaccounted() {
        Standing taken = new Standing(DeliveryState.PENDING, 2, 0, 0, false, NOW.plusSeconds(30));
        Standing after = after(taken, REFUSED);

        assertTrue(after.isUnaccounted());
        assertFalse(after(underWay, REFUSED).isUnaccounted());
    }

    private static Standing after(Standing before, AttemptOutcome outcome) {
        return before.after(outcome, NOW, SCHEDULE, new SplittableRandom(1));
    }
}
