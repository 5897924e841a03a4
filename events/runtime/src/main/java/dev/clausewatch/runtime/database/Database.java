package dev.clausewatch.runtime.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs SQL statements. Within a transaction they are part of it, otherwise each is one of its own. Parameters may be texts, numbers,
 * booleans, bytes, enumeration constants (as their names), {@link Instant}s, and collections or arrays of texts. Every failure is a
 * {@link DatabaseException}. Thread-safe.
 */
@ApplicationScoped
public class Database {

    private final DataSource dataSource;

    Database(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The rows of a query, or of a statement that returns some. */
    public <T> List<T> list(String sql, Row.Reader<T> reader, @Nullable Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, parameters);
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                Row row = new Row(rows);
                while (rows.next()) {
                    found.add(reader.read(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** The first row of a query, if there is one. */
    public <T> Optional<T> first(String sql, Row.Reader<T> reader, @Nullable Object... parameters) {
        return list(sql, reader, parameters).stream().findFirst();
    }

    /** Changes rows; says how many. */
    public int update(String sql, @Nullable Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** Runs one statement with many sets of parameters, in one exchange with the server. */
    public void batch(String sql, List<@Nullable Object[]> parameterSets) {
        if (parameterSets.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (@Nullable Object[] parameters : parameterSets) {
                bind(connection, statement, parameters);
                statement.addBatch();
            }
            int[] unused = statement.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, @Nullable Object[] parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            int index = i + 1;
            switch (parameters[i]) {
                case Instant time -> statement.setObject(index, time.atOffset(ZoneOffset.UTC));
                case Collection<?> texts -> statement.setArray(index, texts(connection, texts));
                case String[] texts -> statement.setArray(index, texts(connection, List.of(texts)));
                case Integer[] numbers -> statement.setArray(index, connection.createArrayOf("integer", numbers));
                case byte[] bytes -> statement.setBytes(index, bytes);
                case String text -> statement.setString(index, storable(text));
                case Enum<?> constant -> statement.setString(index, constant.name());
                case null -> statement.setObject(index, null);
                case Object other -> statement.setObject(index, other);
            }
        }
    }

    private static Array texts(Connection connection, Collection<?> texts) throws SQLException {
        return connection.createArrayOf(
                "text",
                texts.stream().map(text -> storable(String.valueOf(text))).toArray());
    }

    /** PostgreSQL has no NUL in texts; asked for, it is found nowhere. */
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
