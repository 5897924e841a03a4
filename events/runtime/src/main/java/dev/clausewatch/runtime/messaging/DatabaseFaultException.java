package dev.clausewatch.runtime.messaging;

import java.sql.SQLException;

/** A statement of ours failed; the cause says why. */
public final class DatabaseFaultException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DatabaseFaultException(SQLException cause) {
        super(cause);
    }
}
