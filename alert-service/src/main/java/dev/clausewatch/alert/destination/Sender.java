package dev.clausewatch.alert.destination;

/** Sends messages to destinations of one kind. Blocks, for {@code clausewatch.webhooks.timeout} at most; thread-safe. */
public interface Sender {

    /** To which destinations. */
    DestinationKind kind();

    /**
     * Makes one attempt. What fails is an outcome, not an exception.
     *
     * @param message to a destination of its kind
     */
    SendResult send(OutgoingMessage message);
}
