package dev.clausewatch.gateway.platforms;

import dev.clausewatch.gateway.database.Database;
import dev.clausewatch.gateway.http.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells a platform without findings from one that there is not. */
@ApplicationScoped
public class KnownPlatforms {

    private static final int NAMED = 50;
    private static final String KNOWN = """
            select exists (select 1 from read.document where platform_slug = ? or lower(platform) = lower(?))
                or exists (select 1 from read.change where platform_slug = ? or lower(platform) = lower(?))
                or exists (select 1 from read.position where next_offset < rebuild_until)""";

    private final Database database;
    private final PlatformRepository platforms;

    KnownPlatforms(Database database, PlatformRepository platforms) {
        this.database = database;
        this.platforms = platforms;
    }

    /**
     * Refuses a platform that is neither watched nor was. Ask only when nothing was found.
     *
     * @param platform slug or name; null when none was asked for
     */
    public void check(@Nullable String platform) {
        if (platform == null || isKnown(platform)) {
            return;
        }
        List<String> known =
                platforms.list("", NAMED).stream().map(Platform::slug).toList();
        // An installation that watches nothing yet, or reads its topics anew, knows none.
        if (!known.isEmpty()) {
            throw Problems.parameter(
                    "platform",
                    platform,
                    "no such platform is watched" + (known.size() < NAMED ? "" : "; GET /api/v1/platforms has all"),
                    known);
        }
    }

    /** While the read model is built again, nobody can say. */
    private boolean isKnown(String platform) {
        return database.first(KNOWN, List.of(platform, platform, platform, platform), row -> row.getBoolean(1))
                .orElse(false);
    }
}
