package dev.clausewatch.runtime.database;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import org.jdbi.v3.core.JdbiException;

/** A statement of ours failed; the cause says why. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * Classes of SQLSTATE that speak of the data: 22 data exception, 23 integrity constraint, 54 program limit exceeded. See PostgreSQL's
     * appendix A.
     */
    private static final Set<String> OF_THE_DATA = Set.of("22", "23", "54");

    /**
     * Not-null violation. This release fills all columns it knows, so a newer release added the column: the schema is the cause, not the
     * data.
     */
    private static final String NOT_NULL_VIOLATION = "23502";

    /** Wraps what the driver said. */
    public DatabaseException(SQLException cause) {
        super(cause);
    }

    /** What the driver said; a failure of which it said nothing is a mistake in our code, and stays as it is. */
    static RuntimeException of(JdbiException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException said) {
                DatabaseException exception = new DatabaseException(said);
                Arrays.stream(failure.getSuppressed()).forEach(exception::addSuppressed);
                return exception;
            }
        }
        return failure;
    }

    /** Whether the database refused what it was given, rather than being unable to work. */
    public boolean causedByData() {
        return getCause() instanceof SQLException cause && isOfTheData(cause);
    }

    /** Whether a failure speaks of the data, rather than of the database. */
    public static boolean isOfTheData(SQLException fault) {
        String state = fault.getSQLState();
        return state != null
                && state.length() >= 2
                && !state.equals(NOT_NULL_VIOLATION)
                && OF_THE_DATA.contains(state.substring(0, 2));
    }
}
