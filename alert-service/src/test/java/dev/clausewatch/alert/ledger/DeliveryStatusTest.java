package dev.clausewatch.alert.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.alert.destination.AttemptOutcome;
import dev.clausewatch.alert.destination.AttemptOutcome.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DeliveryStatusTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final RetrySchedule SCHEDULE =
            new RetrySchedule(List.of(Duration.ZERO, Duration.ofSeconds(5)), 0, Duration.ofHours(24));
    private static final AttemptOutcome REFUSED = new AttemptOutcome.Refused(500, null);
    private static final AttemptOutcome UNREACHABLE = new AttemptOutcome.Unreachable(Fault.CONNECTION_REFUSED);
    private static final AttemptOutcome UNANSWERED = new AttemptOutcome.Unanswered(Fault.TIMEOUT);

    private final DeliveryStatus queued = new DeliveryStatus(DeliveryState.PENDING, 0, 0, 0, false, NOW);
    private final DeliveryStatus underWay =
            new DeliveryStatus(DeliveryState.PENDING, 1, 0, 0, false, NOW.plusSeconds(30));

    @Test
    void successDelivers() {
        DeliveryStatus after = after(underWay, new AttemptOutcome.Accepted(200));

        assertEquals(DeliveryState.DELIVERED, after.state());
        assertNull(after.dueAt());
    }

    @Test
    void failureIsRetriedUntilTheScheduleEnds() {
        DeliveryStatus once = after(underWay, REFUSED);
        assertEquals(DeliveryState.RETRYING, once.state());
        assertEquals(NOW.plusSeconds(5), once.dueAt());

        DeliveryStatus twice = after(once, REFUSED);
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
        DeliveryStatus cancelled = new DeliveryStatus(DeliveryState.CANCELLED, 1, 0, 0, false, null);

        assertEquals(DeliveryState.CANCELLED, after(cancelled, REFUSED).state());
        assertEquals(
                DeliveryState.DELIVERED,
                after(cancelled, new AttemptOutcome.Accepted(200)).state());
    }

    @Test
    void nobodyIsToldOfTheEndOfWhatNobodyWasTold() {
        assertEquals(DeliveryStatus.RetractionNeed.NOT_NEEDED, queued.retractionNeed());
        assertEquals(
                DeliveryStatus.RetractionNeed.NOT_NEEDED,
                after(underWay, REFUSED).retractionNeed());
        assertEquals(
                DeliveryStatus.RetractionNeed.NOT_NEEDED,
                after(after(underWay, UNREACHABLE), UNREACHABLE).retractionNeed());
    }

    @Test
    void whoWasToldOrMayHaveBeenIsToldOfTheEnd() {
        assertEquals(DeliveryStatus.RetractionNeed.NEEDED, underWay.retractionNeed());
        assertEquals(
                DeliveryStatus.RetractionNeed.NEEDED,
                after(underWay, new AttemptOutcome.Accepted(200)).retractionNeed());
        assertEquals(
                DeliveryStatus.RetractionNeed.NEEDED,
                after(underWay, UNANSWERED).retractionNeed());
        assertEquals(
                DeliveryStatus.RetractionNeed.NEEDED,
                after(after(underWay, UNANSWERED), REFUSED).retractionNeed());
        assertEquals(
                DeliveryStatus.RetractionNeed.NEEDED,
                after(underWay, new AttemptOutcome.Refused(504, null)).retractionNeed());
    }

    @Test
    void anAttemptWhoseSenderDiedStaysUnaccounted() {
        DeliveryStatus taken = new DeliveryStatus(DeliveryState.PENDING, 2, 0, 0, false, NOW.plusSeconds(30));
        DeliveryStatus after = after(taken, REFUSED);

        assertTrue(after.mayBeInFlight());
        assertFalse(after(underWay, REFUSED).mayBeInFlight());
    }

    private static DeliveryStatus after(DeliveryStatus before, AttemptOutcome outcome) {
        return before.after(outcome, NOW, SCHEDULE, new SplittableRandom(1));
    }
}
