package dev.clausewatch.runtime.database;

import java.sql.SQLException;

/** A statement of ours failed; the cause says why. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Wraps what the driver said. */
    public DatabaseException(SQLException cause) {
        super(cause);
    }
}
