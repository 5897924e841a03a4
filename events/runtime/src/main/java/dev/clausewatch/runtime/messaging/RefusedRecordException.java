package dev.clausewatch.runtime.messaging;

import dev.clausewatch.events.Limits;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;

/** A record that the broker will never take, however often it is tried: too large, above all. Trying again does not help. */
public final class RefusedRecordException extends RuntimeException {

    private static final long serialVersionUID = 1;

    RefusedRecordException(Throwable refusal) {
        super("The broker refuses a record for good: " + refusal.getMessage(), refusal);
    }

    private RefusedRecordException(String message) {
        super(message);
    }

    /** Refuses data that is larger than the contract allows, before anything depends on it. */
    static void requireFitting(String eventId, byte[] json) {
        if (json.length > Limits.EVENT_BYTES) {
            throw new RefusedRecordException("The data of event " + eventId + " has " + json.length
                    + " bytes; the contract allows " + Limits.EVENT_BYTES);
        }
    }

    static boolean isRefusal(Throwable failure) {
        return failure instanceof RecordTooLargeException
                || failure instanceof RecordBatchTooLargeException
                || failure instanceof SerializationException
                || failure instanceof InvalidTopicException;
    }
}
