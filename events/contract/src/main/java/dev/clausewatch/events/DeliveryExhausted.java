package dev.clausewatch.events;

/**
 * The last attempt failed, or the receiver asked for no more: there will be no other.
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
