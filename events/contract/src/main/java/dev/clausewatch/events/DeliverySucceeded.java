package dev.clausewatch.events;

/**
 * A subscriber was told.
 *
 * @param document the document
 * @param attempt the attempt
 */
public record DeliverySucceeded(DocumentRef document, DeliveryAttempt attempt) implements EventData {

    public DeliverySucceeded {
        Required.present(document, "document");
        Required.present(attempt, "attempt");
    }

    @Override
    public String key() {
        return attempt.subscriptionId();
    }
}
