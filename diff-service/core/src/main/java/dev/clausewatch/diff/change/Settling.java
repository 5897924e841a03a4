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

/** Settles pending changes on evidence: the text was verified after the hold time, or another text was captured. */
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

    /** The newest text was seen again. Empty while it has not stood long enough. */
    public Optional<ChangeSettled> onVerified(PendingChange pending, SnapshotVerified verified, Instant now) {
        Instant believed = pending.to().firstSeenAt().plus(pending.flapping() ? holdOfFlapping() : hold);
        if (verified.verifiedAt().isBefore(believed)) {
            return Optional.empty();
        }
        Duration stood = Duration.between(pending.to().firstSeenAt(), verified.verifiedAt());
        return Optional.of(settled(
                pending,
                SettlementOutcome.CONFIRMED,
                verified.snapshotId(),
                "The text still stood after " + stood.toHours() + " hours.",
                now));
    }

    /** A text that changed back and forth within days may do so again, so it is held until it counts as in force. */
    private Duration holdOfFlapping() {
        return hold.compareTo(ChangeKindRules.IN_FORCE) > 0 ? hold : ChangeKindRules.IN_FORCE;
    }

    /** Settles on another snapshot. Empty when it differs only cosmetically or by extraction: the change stays pending. */
    public Optional<ChangeSettled> onNext(PendingChange pending, ChangeDetected next, Instant now) {
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
