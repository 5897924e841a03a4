package dev.clausewatch.crawler.database;

import java.sql.SQLException;

/** The database refused or is away; the transaction rolls back and the work is done again later. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DatabaseException(SQLException cause) {
        super(cause);
    }
}
