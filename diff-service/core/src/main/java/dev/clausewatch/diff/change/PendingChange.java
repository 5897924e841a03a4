package dev.clausewatch.diff.change;

import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.VersionRef;
import org.jspecify.annotations.Nullable;

/**
 * A change that waits.
 *
 * @param document whose
 * @param changeId which
 * @param from what the document was held to say before it
 * @param to the text that has to stand
 * @param flapping whether it was there before and left again
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
