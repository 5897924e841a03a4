package dev.clausewatch.crawler.politeness;

import dev.clausewatch.crawler.RawBytes;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.runtime.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Keeps what sites' robots.txt said as long as it is believed, for all replicas and across restarts. */
@ApplicationScoped
class RobotsRepository implements RobotsCache {

    private final Database database;

    RobotsRepository(Database database) {
        this.database = database;
    }

    @Override
    public Optional<RobotsFile> find(String site, Instant now) {
        return database.first(
                "select content, believed_until from robots where site = ? and believed_until > ?",
                RobotsRepository::read,
                site,
                now);
    }

    /** Keeps a file and forgets those that are too old, so that there are never more than the sites of a day. */
    @Override
    public void save(String site, RobotsFile file, Instant now) {
        RawBytes content = file.content();
        database.update("delete from robots where believed_until <= ?", now);
        database.update("""
                insert into robots (site, content, believed_until) values (?, ?, ?)
                on conflict (site) do update set content = excluded.content, believed_until = excluded.believed_until""", site, content == null ? null : content.array(), file.believedUntil());
    }

    private static RobotsFile read(Row row) throws SQLException {
        byte[] content = row.bytesOrNull("content");
        return new RobotsFile(content == null ? null : new RawBytes(content), row.time("believed_until"));
    }
}
