package dev.clausewatch.gateway.readmodel;

import dev.clausewatch.gateway.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The right to project, for one replica at a time: an advisory lock that the database takes back by itself when the connection
 * breaks. Should two ever hold it, {@link Positions#advance} still lets only one of them write.
 */
final class ReadModelLease implements AutoCloseable {

    /** Any constant that no other use of the database takes: "CWRM" in ASCII. */
    private static final long KEY = 0x4357524DL;

    private final Connection connection;

    private ReadModelLease(Connection connection) {
        this.connection = connection;
    }

    /** The lease, or null while another replica has it. */
    static @Nullable ReadModelLease tryTake(Database database) throws SQLException {
        Connection connection = database.hold();
        boolean taken = false;
        try {
            taken = ask(connection, "select pg_try_advisory_lock(?)");
            return taken ? new ReadModelLease(connection) : null;
        } finally {
            if (!taken) {
                connection.close();
            }
        }
    }

    @Override
    public void close() throws SQLException {
        try {
            ask(connection, "select pg_advisory_unlock(?)");
        } finally {
            connection.close();
        }
    }

    private static boolean ask(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, KEY);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
