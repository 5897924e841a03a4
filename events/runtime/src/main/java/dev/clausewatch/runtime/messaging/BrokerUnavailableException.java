package dev.clausewatch.runtime.messaging;

/** The broker did not take a record in time. A transient failure: wait and publish the same again. */
public final class BrokerUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BrokerUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
