package dev.clausewatch.crawler.politeness;

import dev.clausewatch.runtime.database.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Whose turn it is at each host, in the database, so that all replicas together are polite. */
@ApplicationScoped
public class HostRepository {

    private final Database database;
    private final PolitenessConfig config;
    private final Clock clock;

    HostRepository(Database database, PolitenessConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /** Takes the host if it is free and its pause is over; in the caller's transaction. */
    public boolean take(String host, String holder, Instant now) {
        return database.update("""
                        insert into host (name, held_by, held_until, next_allowed_at) values (?, ?, ?, ?)
                        on conflict (name) do update set held_by = excluded.held_by, held_until = excluded.held_until
                        where host.next_allowed_at <= ? and (host.held_until is null or host.held_until <= ?
                            or host.held_by = excluded.held_by)""", host, holder, now.plus(config.lease()), now, now, now) == 1;
    }

    /** Gives the host back; nobody asks it before the pause is over. */
    void release(String host, String holder, Duration pause) {
        database.update(
                "update host set held_by = null, held_until = null, next_allowed_at = ? where name = ? and held_by = ?",
                clock.instant().plus(pause),
                host,
                holder);
    }

    /** Takes the host as soon as possible. */
    boolean takeNow(String host, String holder) {
        return QuarkusTransaction.requiringNew().call(() -> take(host, holder, clock.instant()));
    }

    /** Holds it for longer. */
    void renew(String host, String holder) {
        database.update(
                "update host set held_until = ? where name = ? and held_by = ?",
                clock.instant().plus(config.lease()),
                host,
                holder);
    }
}
