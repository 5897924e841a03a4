package dev.clausewatch.gateway.platforms;

import dev.clausewatch.gateway.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A platform.
 *
 * @param slug names it in addresses and filters
 * @param name as declared
 * @param category as declared
 * @param documents how many are known, retired ones included
 * @param changes how many are recorded, silent ones included, first versions left aside
 * @param lastChangeAt when the text of the last one was first seen, first versions left aside
 */
public record Platform(
        String slug,
        String name,
        @Nullable String category,
        long documents,
        long changes,
        @Nullable Instant lastChangeAt) {

    static Platform read(ResultSet row) throws SQLException {
        return new Platform(
                row.getString("platform_slug"),
                row.getString("name"),
                row.getString("category"),
                row.getLong("documents"),
                row.getLong("changes"),
                Database.time(row, "last_change_at"));
    }
}
