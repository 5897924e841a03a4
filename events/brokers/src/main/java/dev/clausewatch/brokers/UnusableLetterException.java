package dev.clausewatch.brokers;

/** What was named is no dead letter, or one that cannot be sent back; the message says why and what else to do. */
public final class UnusableLetterException extends Exception {

    private static final long serialVersionUID = 1;

    UnusableLetterException(String message) {
        super(message);
    }
}
