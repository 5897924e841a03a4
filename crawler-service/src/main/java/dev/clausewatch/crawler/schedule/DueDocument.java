package dev.clausewatch.crawler.schedule;

import dev.clausewatch.crawler.archive.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * A claimed document with all that a capture of it needs to know.
 *
 * @param newest its newest snapshot, if there is one
 */
record DueDocument(
        Claim claim, CaptureState state, @Nullable Snapshot newest) {

    /** Whether a snapshot was written since. */
    boolean hasNewest(@Nullable Snapshot other) {
        return newest == null ? other == null : other != null && newest.id().equals(other.id());
    }
}
