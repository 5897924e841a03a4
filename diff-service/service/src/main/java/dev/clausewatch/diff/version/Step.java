package dev.clausewatch.diff.version;

import dev.clausewatch.diff.change.ChangeDecision;
import dev.clausewatch.events.SnapshotCaptured;
import dev.clausewatch.events.SnapshotVerified;

/** What an event leads to, decided and not yet stored. */
sealed interface Step {

    /** A snapshot that was taken in before: what was announced is announced again. */
    record Known(SnapshotCaptured snapshot) implements Step {}

    /** A snapshot that waits for one before it. */
    record Parked(SnapshotCaptured snapshot, long lastSequence) implements Step {}

    /**
     * A snapshot as the next version.
     *
     * @param drivenBy the snapshot whose arrival led to it: itself, or the missing one that it waited for
     * @param overGap whether it steps over one that became a dead letter
     */
    record Taken(SnapshotCaptured snapshot, ChangeDecision decision, String drivenBy, boolean overGap)
            implements Step {}

    /** The newest text was seen again. */
    record Verified(String eventId, SnapshotVerified verified) implements Step {}
}
