package dev.clausewatch.runtime.messaging;

import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Arrays;
import java.util.Set;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/**
 * Tells a fault of the world (database or broker away, deadlock, shutdown of the server), which is waited out, from a fault of
 * the record or of our code, which waiting does not mend.
 */
final class WorldFaults {

    /**
     * Classes of SQLSTATE: 08 connection, 40 rollback (deadlock, serialization), 53 out of resources, 57 operator intervention, 58
     * system error. See PostgreSQL's appendix A.
     */
    private static final Set<String> SQL_STATES = Set.of("08", "40", "53", "57", "58");

    private WorldFaults() {}

    static boolean is(Throwable fault) {
        for (@Nullable Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (isOne(cause) || Arrays.stream(cause.getSuppressed()).anyMatch(WorldFaults::is)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOne(Throwable fault) {
        return fault instanceof BrokerUnavailableException
                || fault instanceof RetriableException
                || fault instanceof ConnectException
                || fault instanceof SQLTransientException
                || fault instanceof SQLRecoverableException
                || (fault instanceof SQLException sql && isWorldly(sql));
    }

    private static boolean isWorldly(SQLException fault) {
        String state = fault.getSQLState();
        if (state != null && state.length() >= 2) {
            return SQL_STATES.contains(state.substring(0, 2));
        }
        // Agroal's "Acquisition timeout while waiting for new connection" has no state.
        String message = fault.getMessage();
        return message != null && message.contains("Acquisition timeout");
    }
}
