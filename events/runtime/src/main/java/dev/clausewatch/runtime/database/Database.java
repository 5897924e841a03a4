package dev.clausewatch.runtime.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
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

    private final Jdbi jdbi;

    Database(DataSource dataSource) {
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
}
