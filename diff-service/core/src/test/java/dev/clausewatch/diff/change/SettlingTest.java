package dev.clausewatch.diff.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.CaptureCause;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
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

    private static final String TRAINING =
            "\nWe may use the content that you upload to develop and train our AI models.\n";

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

    @Test
    void wordsThatCameWithAnotherReadingAreConfirmedOnceTheyStood() {
        ChangeDetected mayBeNew = mayBeNew();
        Instant appeared = mayBeNew.to().firstSeenAt();
        assertEquals(Optional.empty(), verified(mayBeNew, appeared.plus(Duration.ofHours(47))));
        ChangeSettled settled =
                verified(mayBeNew, appeared.plus(Duration.ofDays(2))).orElseThrow();
        assertEquals(SettlementOutcome.CONFIRMED, settled.as());
        assertEquals("Read in the same way, the page still had the words after 48 hours.", settled.reason());
    }

    @Test
    void anotherTextThatHasTheWordsConfirmsThemOnceTheyStood() {
        ChangeDetected mayBeNew = mayBeNew();
        assertTrue(next(mayBeNew, story.captured(B + TRAINING + "\nA fee is due.\n"))
                .isEmpty());
        story.later(Duration.ofDays(1));
        assertEquals(
                SettlementOutcome.CONFIRMED,
                next(mayBeNew, story.captured(B + TRAINING + "\nNo fee is due.\n"))
                        .orElseThrow()
                        .as());
    }

    @Test
    void wordsThatTheNextCaptureDoesNotHaveAreWithdrawn() {
        ChangeDetected mayBeNew = mayBeNew();
        assertEquals(
                SettlementOutcome.WITHDRAWN,
                next(mayBeNew, story.captured(B)).orElseThrow().as());
    }

    @Test
    void shortWordsAreFoundAgainToo() {
        String page = B + "\nA fee is due.\n";
        story.confirmed();
        story.captured(page);
        ChangeDetected mayBeNew = story.captured(
                page.replace("is due", "is due and we may ask you for it"),
                Origin.LIVE,
                CaptureCause.EXTRACTOR_UPGRADE);
        assertEquals(Settlement.PENDING, mayBeNew.verdict().settlement());
        story.later(Duration.ofDays(3));
        assertEquals(
                SettlementOutcome.CONFIRMED,
                next(mayBeNew, story.captured(page.replace("is due", "is due and we may ask you for it") + "\nNo.\n"))
                        .orElseThrow()
                        .as());
    }

    @Test
    void anotherReadingThatHasTheWordsSaysNothingOfThem() {
        ChangeDetected mayBeNew = mayBeNew();
        story.later(Duration.ofDays(5));
        assertTrue(next(mayBeNew, story.captured("* " + B + TRAINING, Origin.LIVE, CaptureCause.EXTRACTOR_UPGRADE))
                .isEmpty());
    }

    @Test
    void aSuspectTextSaysNothingOfWordsThatMayBeNew() {
        String page = (B + "\n").repeat(40);
        story.captured(page);
        ChangeDetected mayBeNew = story.captured(page + TRAINING, Origin.LIVE, CaptureCause.EXTRACTOR_UPGRADE);
        ChangeDetected suspect = story.captured("Please sign in to read this page.\n");
        assertEquals(ChangeKind.SUSPECT, suspect.verdict().kind());
        assertTrue(next(mayBeNew, suspect).isEmpty());
        assertTrue(settling.onVerified(
                        PendingChange.of(mayBeNew),
                        ChangeKind.SUSPECT,
                        verification(suspect, story.now().plus(Duration.ofDays(9))),
                        story.now())
                .isEmpty());
        assertEquals(
                SettlementOutcome.CONFIRMED,
                next(mayBeNew, story.captured(page + TRAINING)).orElseThrow().as());
    }

    private ChangeDetected mayBeNew() {
        story.confirmed();
        ChangeDetected change = story.captured(B + TRAINING, Origin.LIVE, CaptureCause.EXTRACTOR_UPGRADE);
        assertEquals(Settlement.PENDING, change.verdict().settlement());
        return change;
    }

    private Optional<ChangeSettled> verified(ChangeDetected change, Instant at) {
        return settling.onVerified(PendingChange.of(change), change.verdict().kind(), verification(change, at), at);
    }

    private static SnapshotVerified verification(ChangeDetected change, Instant at) {
        return new SnapshotVerified(
                Story.DOCUMENT,
                change.to().snapshotId(),
                change.to().sequence(),
                change.to().textHash(),
                at,
                true);
    }

    private Optional<ChangeSettled> next(ChangeDetected change) {
        return next(flapping, change);
    }

    private Optional<ChangeSettled> next(ChangeDetected pending, ChangeDetected change) {
        return settling.onNext(PendingChange.of(pending), change, story.newest(), story.now());
    }

    private ChangeDetected flapping() {
        story.captured(A);
        story.captured(B);
        story.captured(A);
        return story.captured(B);
    }
}
