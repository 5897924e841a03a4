package dev.clausewatch.crawler.politeness;

import dev.clausewatch.crawler.RawBytes;
import dev.clausewatch.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.result.RowView;

/** Keeps what sites' robots.txt said as long as it is believed, for all replicas and across restarts. */
@ApplicationScoped
class RobotsRepository implements RobotsCache {

    private final Database database;

    RobotsRepository(Database database) {
        this.database = database;
    }

    @Override
    public Optional<RobotsFile> find(String site, Instant now) {
        return database.sql("select content, believed_until from robots where site = :site and believed_until > :now")
                .bind("site", site)
                .bind("now", now)
                .first(RobotsRepository::read);
    }

    /** Keeps a file and forgets those that are too old, so that there are never more than the sites of a day. */
    @Override
    public void save(String site, RobotsFile file, Instant now) {
        RawBytes content = file.content();
        database.sql("delete from robots where believed_until <= :now")
                .bind("now", now)
                .update();
        database.sql("""
                insert into robots (site, content, believed_until) values (:site, :content, :believedUntil)
                on conflict (site) do update set content = excluded.content, believed_until = excluded.believed_until""")
                .bind("site", site)
                .bind("content", content == null ? null : content.array())
                .bind("believedUntil", file.believedUntil())
                .update();
    }

    private static RobotsFile read(RowView row) {
        byte[] content = row.getColumn("content", byte[].class);
        return new RobotsFile(
                content == null ? null : new RawBytes(content), row.getColumn("believed_until", Instant.class));
    }
}
