package dev.clausewatch.events;

import java.time.Instant;

/**
 * A pending change is settled. A later capture is the evidence; time alone settles nothing.
 *
 * @param document the document
 * @param changeId the pending change
 * @param as how it ended
 * @param settledAt when it was decided
 * @param evidenceSnapshotId the snapshot whose capture or verification decided it
 * @param reason one sentence for people
 */
public record ChangeSettled(
        DocumentRef document,
        String changeId,
        SettlementOutcome as,
        Instant settledAt,
        String evidenceSnapshotId,
        String reason)
        implements EventData {

    public ChangeSettled {
        Required.present(document, "document");
        Required.text(changeId, "changeId");
        Required.present(as, "as");
        Required.present(settledAt, "settledAt");
        Required.text(evidenceSnapshotId, "evidenceSnapshotId");
        Required.present(reason, "reason");
    }

    @Override
    public String key() {
        return document.id();
    }
}
