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
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jspecify.annotations.Nullable;

/**
 * Runs SQL with named parameters ({@code :name}). Within a transaction, of JTA or of {@link #transaction}, statements are part of it,
 * otherwise each is one of its own. Parameters may be numbers, texts, booleans, bytes, enumeration constants (as their names),
 * {@link java.time.Instant}s, collections of texts, and arrays of {@code String}, {@code Integer} and {@code Long}. Every failure of the
 * database is a {@link DatabaseException}. Thread-safe.
 */
@ApplicationScoped
public class Database {

    private final DataSource dataSource;
    private final Jdbi jdbi;

    Database(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbi = Jdbi.create(dataSource);
        // What stands between < and > is SQL.
        jdbi.getConfig(SqlStatements.class).setTemplateEngine(TemplateEngine.NOP);
        // Parameters may be secrets.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        jdbi.registerArgument(new PostgresArguments());
        jdbi.registerColumnMapper(new InstantColumn());
        jdbi.registerRowMapper(new RecordMappers());
    }

    /** A statement, run by one of its own methods. */
    public Sql sql(String statement) {
        return new Sql(this, statement);
    }

    /**
     * Runs one statement for each item, in their order and in one exchange with the server.
     *
     * @param parameters binds those of an item
     */
    public <T> void batch(String statement, Collection<T> items, BiConsumer<PreparedBatch, T> parameters) {
        if (items.isEmpty()) {
            return;
        }
        int[] unused = with(handle -> {
            try (PreparedBatch batch = handle.prepareBatch(statement)) {
                for (T item : items) {
                    parameters.accept(batch, item);
                    batch.add();
                }
                return batch.execute();
            }
        });
    }

    /**
     * Runs work in a transaction without JTA: all statements of this thread or, when anything is thrown, none. Within a transaction the work
     * is part of that.
     */
    public <T extends @Nullable Object> T transaction(Supplier<T> work) {
        return with(handle -> handle.inTransaction(same -> work.get()));
    }

    /**
     * Takes a lock that lasts until it is closed. It has a connection of its own.
     *
     * @param key an advisory lock's
     * @return null while another one has it
     */
    public @Nullable SessionLock tryLock(long key) {
        try {
            return SessionLock.tryTake(jdbi.open(), key);
        } catch (JdbiException e) {
            throw DatabaseException.of(e);
        }
    }

    /** Statements of one thread share a connection while one of them, or a transaction, is running. */
    <T extends @Nullable Object> T with(HandleCallback<T, RuntimeException> work) {
        try {
            return jdbi.withHandle(work);
        } catch (JdbiException e) {
            throw DatabaseException.of(e);
        }
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
