package dev.clausewatch.diff.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.CaptureCause;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeSettled;
import dev.clausewatch.events.Origin;
import dev.clausewatch.events.Settlement;
import dev.clausewatch.events.SettlementOutcome;
import dev.clausewatch.events.SnapshotVerified;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettlingTest {

    private static final String A = "You may leave at any time.\n";
    private static final String B = "You may leave at the end of a year.\n";

    private final Story story = new Story();
    private final Settling settling = new Settling(Duration.ofDays(2));
    private final ChangeDetected flapping = flapping();

    @Test
    void confirmsAFlappingTextOnceItHasBeenInForce() {
        Instant appeared = flapping.to().firstSeenAt();
        assertEquals(Optional.empty(), verified(flapping, appeared.plus(Duration.ofHours(167))));
        ChangeSettled settled =
                verified(flapping, appeared.plus(Duration.ofDays(7))).orElseThrow();
        assertEquals(SettlementOutcome.CONFIRMED, settled.as());
        assertEquals(flapping.changeId(), settled.changeId());
        assertEquals(flapping.to().snapshotId(), settled.evidenceSnapshotId());
    }

    @Test
    void confirmsASuspectTextAfterTheHoldTime() {
        Story collapsing = new Story();
        collapsing.captured((A + "\n").repeat(40));
        ChangeDetected suspect = collapsing.captured(A);
        assertEquals(Settlement.PENDING, suspect.verdict().settlement());
        Instant appeared = suspect.to().firstSeenAt();
        assertEquals(Optional.empty(), verified(suspect, appeared.plus(Duration.ofHours(47))));
        assertEquals(
                SettlementOutcome.CONFIRMED,
                verified(suspect, appeared.plus(Duration.ofDays(2)))
                        .orElseThrow()
                        .as());
    }

    @Test
    void isWithdrawnWhenTheTextBeforeComesBack() {
        assertEquals(
                SettlementOutcome.WITHDRAWN,
                next(story.captured(A)).orElseThrow().as());
    }

    @Test
    void isSupersededByAnyOtherText() {
        assertEquals(
                SettlementOutcome.SUPERSEDED,
                next(story.captured("You may never leave this place again.\n"))
                        .orElseThrow()
                        .as());
    }

    @Test
    void waitsOnWhenOnlyTheReadingChanges() {
        ChangeDetected reading = story.captured("* " + B, Origin.LIVE, CaptureCause.EXTRACTOR_UPGRADE);
        assertTrue(next(reading).isEmpty());
    }

    @Test
    void waitsOnWhenOnlyTheLooksChange() {
        assertTrue(next(story.captured(B.replace("a year", "a  YEAR"))).isEmpty());
    }

    private Optional<ChangeSettled> verified(ChangeDetected change, Instant at) {
        return settling.onVerified(
                PendingChange.of(change),
                new SnapshotVerified(
                        Story.DOCUMENT,
                        change.to().snapshotId(),
                        change.to().sequence(),
                        change.to().textHash(),
                        at,
                        true),
                at);
    }

    private Optional<ChangeSettled> next(ChangeDetected change) {
        return settling.onNext(PendingChange.of(flapping), change, story.now());
    }

    private ChangeDetected flapping() {
        story.captured(A);
        story.captured(B);
        story.captured(A);
        return story.captured(B);
    }
}
