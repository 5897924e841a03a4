package dev.clausewatch.gateway.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Statements with their parameters: {@link Instant}s become {@code timestamptz}, collections of strings {@code text[]}.
 * Every failure is a {@link DatabaseException}. Thread-safe.
 */
@ApplicationScoped
public class Database {

    private final DataSource source;

    Database(DataSource source) {
        this.source = source;
    }

    /** Makes a value of a row. */
    @FunctionalInterface
    public interface RowReader<T> {
        /** Reads the row the result set stands on. */
        T read(ResultSet row) throws SQLException;
    }

    /** Statements that belong together. */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object> {
        /** Runs them. */
        T run(Connection connection) throws SQLException;
    }

    /** All rows. */
    public <T> List<T> query(String sql, List<? extends @Nullable Object> parameters, RowReader<T> reader) {
        try (Connection connection = source.getConnection()) {
            return query(connection, sql, parameters, reader);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** All rows, within a transaction. */
    public static <T> List<T> query(
            Connection connection, String sql, List<? extends @Nullable Object> parameters, RowReader<T> reader)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> result = new ArrayList<>();
                while (rows.next()) {
                    result.add(reader.read(rows));
                }
                return result;
            }
        }
    }

    /** The first row. */
    public <T> Optional<T> first(String sql, List<? extends @Nullable Object> parameters, RowReader<T> reader) {
        return query(sql, parameters, reader).stream().findFirst();
    }

    /** Runs one statement in a transaction of its own; answers how many rows it wrote. */
    public int update(String sql, @Nullable Object... parameters) {
        try (Connection connection = source.getConnection()) {
            return update(connection, sql, parameters);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** Runs one statement within a transaction; answers how many rows it wrote. */
    public static int update(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, Arrays.asList(parameters));
            return statement.executeUpdate();
        }
    }

    /** Runs one statement within a transaction for each list of parameters, in one exchange with the database. */
    public static void updateEach(
            Connection connection, String sql, List<? extends List<? extends @Nullable Object>> parameters)
            throws SQLException {
        if (parameters.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (List<? extends @Nullable Object> one : parameters) {
                bind(statement, one);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Runs work in one transaction: all of it or, when anything is thrown, nothing. */
    public <T extends @Nullable Object> T transaction(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.run(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                rollback(connection, e);
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** A connection to hold for longer, such as for a session's lock; the caller closes it. */
    public Connection hold() {
        try {
            return source.getConnection();
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** The time in a column. */
    public static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /** The time in a column that is never null. */
    public static Instant requiredTime(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** The strings in an array column. */
    public static List<String> strings(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static void rollback(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private static void bind(PreparedStatement statement, List<? extends @Nullable Object> parameters)
            throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            Object value = parameters.get(i);
            int index = i + 1;
            if (value instanceof Instant instant) {
                statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
            } else if (value instanceof Collection<?> strings) {
                statement.setArray(
                        index,
                        statement
                                .getConnection()
                                .createArrayOf(
                                        "text",
                                        strings.stream().map(Database::storable).toArray()));
            } else if (value instanceof byte[] bytes) {
                statement.setBytes(index, bytes);
            } else if (value instanceof String text) {
                statement.setString(index, storable(text));
            } else if (value instanceof Enum<?> constant) {
                statement.setString(index, constant.name());
            } else {
                statement.setObject(index, value);
            }
        }
    }

    /** PostgreSQL has no NUL in texts; asked for, it is found nowhere. */
    private static String storable(Object text) {
        return String.valueOf(text).replace('\0', '\uFFFD');
    }
}
