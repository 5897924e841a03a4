package dev.clausewatch.gateway.database;

import java.sql.SQLException;

/** A statement failed; the cause says why. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean causedByData;

    DatabaseException(SQLException cause) {
        super(cause);
        this.causedByData = dev.clausewatch.runtime.database.DatabaseException.isOfTheData(cause);
    }

    /** Whether the data are at fault, so that the same statement would fail again. */
    public boolean causedByData() {
        return causedByData;
    }
}
