package dev.clausewatch.runtime.messaging;

import dev.clausewatch.runtime.database.DatabaseException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Set;
import org.apache.kafka.common.errors.RetriableException;

/**
 * Tells transient failures (database or broker away, read-only after a failover, a deadlock, a lock that is held, a shutdown), which are retried,
 * from a fault of the record or of our code, which a retry does not mend. Whatever a database answers counts as transient, unless it says that
 * the data is wrong.
 */
public final class TransientFailures {

    private TransientFailures() {}

    /** Whether the same work may succeed when it is tried again. */
    public static boolean isTransient(Throwable fault) {
        boolean found = false;
        Deque<Throwable> causes = new ArrayDeque<>(Set.of(fault));
        while (!causes.isEmpty()) {
            Throwable cause = causes.pop();
            if (cause instanceof SQLException sql && DatabaseException.isOfTheData(sql)) {
                return false;
            }
            found |= isOne(cause);
            if (cause.getCause() != null) {
                causes.add(cause.getCause());
            }
            causes.addAll(Arrays.asList(cause.getSuppressed()));
        }
        return found;
    }

    private static boolean isOne(Throwable fault) {
        return fault instanceof BrokerUnavailableException
                || fault instanceof RetriableException
                || fault instanceof ConnectException
                || fault instanceof SQLException
                || fault instanceof RollbackException
                || fault instanceof SystemException;
    }
}
