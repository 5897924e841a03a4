package dev.clausewatch.diff.change;

import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.VersionRef;
import org.jspecify.annotations.Nullable;

/**
 * A change that is pending until it is settled.
 *
 * @param document whose
 * @param changeId which
 * @param from the trusted version before it
 * @param to the version that has to last
 * @param flapping whether its text appeared and disappeared before
 */
public record PendingChange(
        DocumentRef document, String changeId, @Nullable VersionRef from, VersionRef to, boolean flapping) {

    /** What is remembered of a change whose settlement is pending. */
    public static PendingChange of(ChangeDetected change) {
        return new PendingChange(
                change.document(),
                change.changeId(),
                change.from(),
                change.to(),
                change.verdict().kind() == ChangeKind.REVERTED);
    }
}
