package dev.clausewatch.events;

import java.time.Instant;

/**
 * Where a change comes from, and what found it.
 *
 * @param origin of the new snapshot
 * @param cause of the new snapshot
 * @param detectedAt when the diff service decided
 * @param differ what compared
 * @param segmenter what cut the text into provisions
 */
public record ChangeProvenance(
        Origin origin, CaptureCause cause, Instant detectedAt, ToolVersion differ, ToolVersion segmenter) {

    public ChangeProvenance {
        Required.present(origin, "origin");
        Required.present(cause, "cause");
        Required.present(detectedAt, "detectedAt");
        Required.present(differ, "differ");
        Required.present(segmenter, "segmenter");
    }
}
