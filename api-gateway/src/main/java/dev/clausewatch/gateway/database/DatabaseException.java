package dev.clausewatch.gateway.database;

import java.sql.SQLException;

/** A statement failed; the cause says why. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean causedByData;

    DatabaseException(SQLException cause) {
        super(cause);
        String state = cause.getSQLState();
        // 22 data, 23 constraint, 54 program limit: the same data fails again, so waiting does not mend it.
        this.causedByData =
                state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54"));
    }

    /** Whether the data are at fault, so that the same statement would fail again. */
    public boolean causedByData() {
        return causedByData;
    }
}
