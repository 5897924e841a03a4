package dev.clausewatch.local;

/** A part of the stack does not run; the message says which, why, and where its log is. The command ends with exit code 1. */
public final class StackException extends RuntimeException {

    private static final long serialVersionUID = 1;

    StackException(String message) {
        super(message);
    }

    StackException(String message, Throwable cause) {
        super(message, cause);
    }
}
