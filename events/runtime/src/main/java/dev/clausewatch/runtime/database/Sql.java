package dev.clausewatch.runtime.database;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collector;
import org.jdbi.v3.core.mapper.RowViewMapper;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * A statement with its parameters. Rows become records, whose parts are named like the columns ({@code first_seen_at} is
 * {@code firstSeenAt}), values of the first column ({@code String}, {@code Long} …), or what a mapper makes of them. Not thread-safe.
 */
public final class Sql {

    private final Database database;
    private final String statement;
    private final Map<String, @Nullable Object> parameters = new HashMap<>();

    Sql(Database database, String statement) {
        this.database = database;
        this.statement = statement;
    }

    /** Gives a parameter its value; every one of the statement needs one. */
    public Sql bind(String name, @Nullable Object value) {
        parameters.put(name, value);
        return this;
    }

    /** Gives several parameters their values. */
    public Sql bind(Map<String, ? extends @Nullable Object> values) {
        parameters.putAll(values);
        return this;
    }

    /** The rows of a query, or of a statement that returns some. */
    public <T> List<T> list(Class<T> type) {
        return query(query -> query.mapTo(type).list());
    }

    /** The rows of a query, or of a statement that returns some. */
    public <T> List<T> list(RowViewMapper<T> mapper) {
        return query(query -> query.map(mapper).list());
    }

    /** The first row, if there is one; empty too if it is null. */
    public <T> Optional<T> first(Class<T> type) {
        return query(query -> query.mapTo(type).findFirst());
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(RowViewMapper<T> mapper) {
        return query(query -> query.map(mapper).findFirst());
    }

    /**
     * The only row.
     *
     * @throws IllegalStateException if there is none, or more than one
     */
    public <T> T one(Class<T> type) {
        return query(query -> query.mapTo(type).one());
    }

    /**
     * The only row.
     *
     * @throws IllegalStateException if there is none, or more than one
     */
    public <T> T one(RowViewMapper<T> mapper) {
        return query(query -> query.map(mapper).one());
    }

    /** What a collector makes of all rows, such as a map. */
    public <R> R collect(Collector<RowView, ?, R> collector) {
        return query(query -> query.collectRows(collector));
    }

    /**
     * Hands over the rows one by one as a cursor brings them, in a transaction of its own or that of the thread: however many there are,
     * {@code inMemory} of them are held.
     */
    public <T> void each(int inMemory, RowViewMapper<T> mapper, Consumer<T> consumer) {
        database.transaction(() -> query(query -> {
            // Without a transaction the driver would fetch them all.
            query.setFetchSize(inMemory).map(mapper).forEach(consumer);
            return Boolean.TRUE;
        }));
    }

    /** Changes rows; says how many. */
    public int update() {
        return database.with(handle -> {
            try (Update update = handle.createUpdate(statement)) {
                return update.bindMap(parameters).execute();
            }
        });
    }

    private <R> R query(Function<Query, R> work) {
        return database.with(handle -> {
            try (Query query = handle.createQuery(statement)) {
                return work.apply(query.bindMap(parameters));
            }
        });
    }
}
