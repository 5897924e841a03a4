package dev.clausewatch.runtime.database;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The row a query stands at. Columns that may be null have their own methods. */
public final class Row {

    /** Makes a value of a row. */
    public interface Reader<T> {

        /** Reads the columns it needs. */
        T read(Row row) throws SQLException;
    }

    private final ResultSet columns;

    Row(ResultSet columns) {
        this.columns = columns;
    }

    /** A text that is there. */
    public String text(String column) throws SQLException {
        return columns.getString(column);
    }

    /** A text that may be absent. */
    public @Nullable String textOrNull(String column) throws SQLException {
        return columns.getString(column);
    }

    /** A list of texts. */
    public List<String> texts(String column) throws SQLException {
        Array array = columns.getArray(column);
        return List.of((String[]) array.getArray());
    }

    /** A number. */
    public int number(String column) throws SQLException {
        return columns.getInt(column);
    }

    /** A large number. */
    public long large(String column) throws SQLException {
        return columns.getLong(column);
    }

    /** A number that may be absent. */
    public @Nullable Integer numberOrNull(String column) throws SQLException {
        int value = columns.getInt(column);
        return columns.wasNull() ? null : value;
    }

    /** Yes or no. */
    public boolean flag(String column) throws SQLException {
        return columns.getBoolean(column);
    }

    /** Bytes. */
    public byte[] bytes(String column) throws SQLException {
        return columns.getBytes(column);
    }

    /** Bytes that may be absent. */
    public byte @Nullable [] bytesOrNull(String column) throws SQLException {
        return columns.getBytes(column);
    }

    /** A time that is there. */
    public Instant time(String column) throws SQLException {
        return columns.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A time that may be absent. */
    public @Nullable Instant timeOrNull(String column) throws SQLException {
        @Nullable OffsetDateTime time = columns.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
