package dev.clausewatch.events;

import java.time.Instant;

/**
 * A degraded document was captured again.
 *
 * @param document the document
 * @param failingSince the first of the failures that ended
 * @param recoveredAt the capture that ended it
 * @param failedAttempts how many attempts failed
 */
public record SourceRecovered(DocumentRef document, Instant failingSince, Instant recoveredAt, int failedAttempts)
        implements EventData {

    public SourceRecovered {
        Required.present(document, "document");
        Required.present(failingSince, "failingSince");
        Required.present(recoveredAt, "recoveredAt");
    }

    @Override
    public String key() {
        return document.id();
    }
}
