package dev.clausewatch.alert.destination;

/**
 * How a message is written. Deliveries of one notice that are written alike share a message.
 *
 * @param kind for which kind of destination
 */
public record Rendering(DestinationKind kind) {

    /** The id of the message that tells a thing in this way; that of a webhook is the thing's own. */
    public String messageId(String told) {
        return kind == DestinationKind.WEBHOOK ? told : told + ":" + kind.code();
    }
}
