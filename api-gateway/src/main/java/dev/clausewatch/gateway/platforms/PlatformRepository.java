package dev.clausewatch.gateway.platforms;

import dev.clausewatch.gateway.database.Database;
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
        return database.query(
                SELECT + " where d.platform_slug > ? group by d.platform_slug order by d.platform_slug limit ?",
                List.of(after, limit),
                Platform::read);
    }

    /** One platform. */
    public Optional<Platform> find(String slug) {
        return database.first(
                SELECT + " where d.platform_slug = ? group by d.platform_slug", List.of(slug), Platform::read);
    }
}
