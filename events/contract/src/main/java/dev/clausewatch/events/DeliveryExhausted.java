package dev.clausewatch.events;

/**
 * A delivery was given up: its last attempt failed, or the receiver answered 410 Gone. There are no more attempts.
 *
 * @param document the document
 * @param attempt the attempt
 */
public record DeliveryExhausted(DocumentRef document, DeliveryAttempt attempt) implements EventData {

    public DeliveryExhausted {
        Required.present(document, "document");
        Required.present(attempt, "attempt");
    }

    @Override
    public String key() {
        return attempt.subscriptionId();
    }
}
