package dev.clausewatch.events;

/** A record that is not one of our events; the message names the header or field and the reason, and goes into the dead letter. */
public final class UndecodableEventException extends Exception {

    private static final long serialVersionUID = 1;

    UndecodableEventException(String message) {
        super(message);
    }

    UndecodableEventException(String message, Throwable cause) {
        super(message, cause);
    }
}
