package dev.clausewatch.events;

import java.time.Instant;

/**
 * Several captures of a document failed in a row, so its current text is not known.
 *
 * @param document the document
 * @param reason of the last failure; see {@link CaptureFailed}
 * @param detail one sentence for people
 * @param failingSince the first failure of the row
 * @param consecutiveFailures how many
 * @param nextAttemptAt when it is tried again
 */
public record SourceDegraded(
        DocumentRef document,
        String reason,
        String detail,
        Instant failingSince,
        int consecutiveFailures,
        Instant nextAttemptAt)
        implements EventData {

    public SourceDegraded {
        Required.present(document, "document");
        Required.text(reason, "reason");
        Required.present(detail, "detail");
        Required.present(failingSince, "failingSince");
        Required.present(nextAttemptAt, "nextAttemptAt");
    }

    @Override
    public String key() {
        return document.id();
    }
}
