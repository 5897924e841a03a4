package dev.clausewatch.events;

import java.time.Instant;

/**
 * An attempt failed; there will be another.
 *
 * @param document the document
 * @param attempt the attempt
 * @param nextAttemptAt when
 */
public record DeliveryFailed(DocumentRef document, DeliveryAttempt attempt, Instant nextAttemptAt)
        implements EventData {

    public DeliveryFailed {
        Required.present(document, "document");
        Required.present(attempt, "attempt");
        Required.present(nextAttemptAt, "nextAttemptAt");
    }

    @Override
    public String key() {
        return attempt.subscriptionId();
    }
}
