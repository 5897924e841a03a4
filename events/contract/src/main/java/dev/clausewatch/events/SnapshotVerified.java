package dev.clausewatch.events;

import java.time.Instant;

/**
 * A document was captured again and still has the text of its newest snapshot.
 *
 * @param document the document
 * @param snapshotId the newest snapshot
 * @param sequence its sequence
 * @param textHash its text
 * @param verifiedAt when
 * @param notModified whether the server answered 304 Not Modified
 */
public record SnapshotVerified(
        DocumentRef document,
        String snapshotId,
        long sequence,
        String textHash,
        Instant verifiedAt,
        boolean notModified)
        implements EventData {

    public SnapshotVerified {
        Required.present(document, "document");
        Required.text(snapshotId, "snapshotId");
        Required.text(textHash, "textHash");
        Required.present(verifiedAt, "verifiedAt");
    }

    @Override
    public String key() {
        return document.id();
    }
}
