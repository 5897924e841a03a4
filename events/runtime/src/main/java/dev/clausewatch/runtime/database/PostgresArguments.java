package dev.clausewatch.runtime.database;

import java.lang.reflect.Type;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jspecify.annotations.Nullable;

/** Gives the driver parameters in the types of PostgreSQL; what has none goes as it is. */
final class PostgresArguments implements ArgumentFactory.Preparable {

    @Override
    public Optional<Function<Object, Argument>> prepare(Type type, ConfigRegistry config) {
        return Optional.of(PostgresArguments::argument);
    }

    private static Argument argument(@Nullable Object value) {
        return (position, statement, context) -> set(statement, position, value);
    }

    private static void set(PreparedStatement statement, int position, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(position, Types.NULL);
            case Instant time -> statement.setObject(position, time.atOffset(ZoneOffset.UTC));
            case Collection<?> texts -> setArray(statement, position, "text", texts.toArray());
            case String[] texts -> setArray(statement, position, "text", texts);
            case Integer[] numbers -> setArray(statement, position, "integer", numbers);
            case Long[] numbers -> setArray(statement, position, "bigint", numbers);
            case byte[] bytes -> statement.setBytes(position, bytes);
            default -> statement.setObject(position, storable(value));
        }
    }

    private static void setArray(PreparedStatement statement, int position, String type, Object[] values)
            throws SQLException {
        @Nullable Object[] storable = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            storable[i] = storable(values[i]);
        }
        statement.setArray(position, statement.getConnection().createArrayOf(type, storable));
    }

    /** PostgreSQL has no NUL in texts; asked for, it is found nowhere. */
    private static @Nullable Object storable(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text.replace('\0', '\uFFFD');
            case Enum<?> constant -> constant.name();
            default -> value;
        };
    }
}
