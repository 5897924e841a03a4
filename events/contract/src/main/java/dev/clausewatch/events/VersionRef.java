package dev.clausewatch.events;

import java.time.Instant;

/**
 * A version: a stretch of time with one text.
 *
 * @param snapshotId its first snapshot, which names it
 * @param sequence of that snapshot
 * @param firstSeenAt when it was first captured, or fetched by the archive it was imported from
 * @param textHash SHA-256 of the text, lower-case hex
 */
public record VersionRef(String snapshotId, long sequence, Instant firstSeenAt, String textHash) {

    public VersionRef {
        Required.text(snapshotId, "snapshotId");
        Required.present(firstSeenAt, "firstSeenAt");
        Required.text(textHash, "textHash");
    }
}
