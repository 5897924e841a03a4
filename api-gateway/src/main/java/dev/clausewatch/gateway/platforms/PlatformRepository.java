package dev.clausewatch.gateway.platforms;

import dev.clausewatch.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Platforms, counted out of their documents and changes. */
@ApplicationScoped
public class PlatformRepository {

    private static final String SELECT = """
            select d.platform_slug, (array_agg(d.platform order by d.ref_at desc))[1] as name,
                max(d.category) as category, count(*) as documents,
                (select count(*) from read.change c
                    where c.platform_slug = d.platform_slug and c.kind <> 'BASELINE') as changes,
                (select max(c.to_first_seen_at) from read.change c
                    where c.platform_slug = d.platform_slug and c.kind <> 'BASELINE') as last_change_at
            from read.document d""";

    private final Database database;

    PlatformRepository(Database database) {
        this.database = database;
    }

    /** Platforms by slug, after the given one. */
    public List<Platform> list(String after, int limit) {
        return database.sql(
                        SELECT
                                + " where d.platform_slug > :after group by d.platform_slug order by d.platform_slug limit :limit")
                .bind("after", after)
                .bind("limit", limit)
                .list(Platform::read);
    }

    /** One platform. */
    public Optional<Platform> find(String slug) {
        return database.sql(SELECT + " where d.platform_slug = :slug group by d.platform_slug")
                .bind("slug", slug)
                .first(Platform::read);
    }
}
