package dev.clausewatch.runtime.messaging;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The database of the tests, looked at past the pool of the application; and how it goes away and comes back. */
final class TestDatabase {

    private static final String USER = "postgres";

    private final String url;

    TestDatabase(String url) {
        this.url = url;
    }

    void run(String statements) {
        run(url, statements);
    }

    /** The first column of a query with one parameter. */
    List<String> texts(String query, String parameter) {
        List<String> texts = new ArrayList<>();
        try (Connection connection = connect(url);
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, parameter);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return texts;
    }

    Connection connect() throws SQLException {
        return connect(url);
    }

    /** Ends every connection and takes no new ones. */
    void goAway() {
        run(other(), "alter database postgres allow_connections false");
        run(other(), "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'postgres'");
    }

    void comeBack() {
        run(other(), "alter database postgres allow_connections true");
    }

    /** Ends one connection, as a server that dies does. */
    void end(int pid) {
        run(other(), "select pg_terminate_backend(" + pid + ", 5000)");
    }

    /** Another database of the server, from where this one can be shut. */
    private String other() {
        return url.replaceFirst("/postgres(\\?|$)", "/template1$1");
    }

    private static void run(String url, String statements) {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, USER, USER);
    }
}
