package dev.clausewatch.gateway.platforms;

import java.time.Instant;
import org.jdbi.v3.core.result.RowView;
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

    static Platform read(RowView row) {
        return new Platform(
                row.getColumn("platform_slug", String.class),
                row.getColumn("name", String.class),
                row.getColumn("category", String.class),
                row.getColumn("documents", Long.class),
                row.getColumn("changes", Long.class),
                row.getColumn("last_change_at", Instant.class));
    }
}
