package dev.clausewatch.diff.change;

import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.ChangeSettled;
import dev.clausewatch.events.SettlementOutcome;
import dev.clausewatch.events.SnapshotVerified;
import dev.clausewatch.events.VersionRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Settles pending changes on evidence: the text was verified after the hold time, or another text was captured. Words that another way of
 * reading brought are confirmed by any later capture that is read in the same way, has them and is late enough.
 */
public final class Settling {

    private final Duration hold;

    /**
     * With a hold time.
     *
     * @param hold how long a text has to stand before it is believed
     */
    public Settling(Duration hold) {
        this.hold = hold;
    }

    /**
     * The newest text was seen again. Empty while it has not stood long enough.
     *
     * @param newest the kind of the version with that text: what is suspect says nothing about words that may be new
     */
    public Optional<ChangeSettled> onVerified(
            PendingChange pending, ChangeKind newest, SnapshotVerified verified, Instant now) {
        if (pending.mayBeNew() && newest == ChangeKind.SUSPECT) {
            return Optional.empty();
        }
        return standing(pending, verified.verifiedAt(), verified.snapshotId(), now);
    }

    private Optional<ChangeSettled> standing(PendingChange pending, Instant seenAt, String snapshotId, Instant now) {
        Instant believed = pending.to().firstSeenAt().plus(pending.flapping() ? holdOfFlapping() : hold);
        if (seenAt.isBefore(believed)) {
            return Optional.empty();
        }
        Duration stood = Duration.between(pending.to().firstSeenAt(), seenAt);
        return Optional.of(settled(
                pending,
                SettlementOutcome.CONFIRMED,
                snapshotId,
                (pending.mayBeNew() ? "Read in the same way, the page" : "The text") + " still "
                        + (pending.mayBeNew() ? "had the words" : "stood") + " after " + stood.toHours() + " hours.",
                now));
    }

    /** A text that changed back and forth within days may do so again, so it is held until it counts as in force. */
    private Duration holdOfFlapping() {
        return hold.compareTo(ChangeKindRules.IN_FORCE) > 0 ? hold : ChangeKindRules.IN_FORCE;
    }

    /**
     * Settles on another snapshot. Empty when it differs only cosmetically or by extraction: the change stays pending.
     *
     * @param reading of the snapshot
     */
    public Optional<ChangeSettled> onNext(
            PendingChange pending, ChangeDetected next, SegmentedText reading, Instant now) {
        if (pending.mayBeNew()) {
            return onNextReading(pending, next, reading, now);
        }
        if (next.verdict().kind() == ChangeKind.TECHNICAL || saysTheSame(pending, next)) {
            return Optional.empty();
        }
        boolean back = next.verdict().kind() == ChangeKind.REVERTED
                && sameText(next.verdict().returnsTo(), pending.from());
        return Optional.of(settled(
                pending,
                back ? SettlementOutcome.WITHDRAWN : SettlementOutcome.SUPERSEDED,
                next.to().snapshotId(),
                back
                        ? "The document went back to what it said before."
                        : "Version " + next.to().sequence() + " took its place.",
                now));
    }

    private Optional<ChangeSettled> onNextReading(
            PendingChange pending, ChangeDetected next, SegmentedText reading, Instant now) {
        if (next.verdict().kind() == ChangeKind.SUSPECT) {
            return Optional.empty();
        }
        if (!BroughtWords.anyStands(pending.brought(), reading)) {
            return Optional.of(settled(
                    pending,
                    SettlementOutcome.WITHDRAWN,
                    next.to().snapshotId(),
                    "The next capture does not have the words that came with another way of reading.",
                    now));
        }
        return next.verdict().kind() == ChangeKind.TECHNICAL
                ? Optional.empty()
                : standing(pending, next.to().firstSeenAt(), next.to().snapshotId(), now);
    }

    private static boolean saysTheSame(PendingChange pending, ChangeDetected next) {
        VersionRef from = next.from();
        return next.verdict().kind() == ChangeKind.EDITORIAL
                && from != null
                && from.sequence() >= pending.to().sequence();
    }

    private static boolean sameText(@Nullable VersionRef one, @Nullable VersionRef other) {
        return one != null && other != null && one.textHash().equals(other.textHash());
    }

    private static ChangeSettled settled(
            PendingChange pending, SettlementOutcome as, String evidenceSnapshotId, String reason, Instant now) {
        return new ChangeSettled(pending.document(), pending.changeId(), as, now, evidenceSnapshotId, reason);
    }
}
