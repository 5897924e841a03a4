package dev.clausewatch.crawler.schedule;

import dev.clausewatch.crawler.archive.Snapshot;
import dev.clausewatch.events.CaptureCause;
import org.jspecify.annotations.Nullable;

/**
 * A claimed document with all that a capture of it needs to know.
 *
 * @param newest its newest snapshot, if there is one
 * @param upgrade why it is read in another way now than its newest snapshot was; absent when it is not, or has none
 */
record DueDocument(
        Claim claim,
        CaptureState state,
        @Nullable Snapshot newest,
        @Nullable CaptureCause upgrade) {

    static DueDocument of(Claim claim, CaptureState state, @Nullable Snapshot newest) {
        return new DueDocument(claim, state, newest, newest == null ? null : state.upgrade(CaptureRun.extractor()));
    }

    /** Whether the pages are read in the way that gave the newest snapshot. */
    boolean readTheSameWay() {
        return newest != null && upgrade == null;
    }

    /** Whether no snapshot was written since. */
    boolean hasNewest(@Nullable Snapshot other) {
        return newest == null ? other == null : other != null && newest.id().equals(other.id());
    }
}
