package dev.clausewatch.crawler.politeness;

import dev.clausewatch.crawler.fetch.FetchOutcome.Failed;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.runtime.time.Backoff;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Whose turn it is at each host, in the database and by its clock, so that all replicas together are polite. */
@ApplicationScoped
public class HostRepository {

    private static final String REFUSED = """
            update host set refusals = :refusals, refused_until = now() + :wait * interval '1 millisecond',
                next_allowed_at = greatest(next_allowed_at, now() + :wait * interval '1 millisecond')
            where name = :host""";

    private final Database database;
    private final PolitenessConfig config;
    private final Backoff refused;
    private final Backoff unreachable;

    HostRepository(Database database, PolitenessConfig config) {
        this.database = database;
        this.config = config;
        this.refused = new Backoff(config.firstBackOff(), config.longestBackOff(), config.jitter());
        this.unreachable = new Backoff(config.firstBackOff(), config.longestUnreachable(), config.jitter());
    }

    /** Takes the host if it is free and its pause is over; in the caller's transaction. */
    public boolean take(String host, String holder) {
        return database.sql("""
                        insert into host (name, held_by, held_until, next_allowed_at)
                        values (:host, :holder, now() + :lease * interval '1 millisecond', now())
                        on conflict (name) do update set held_by = excluded.held_by, held_until = excluded.held_until
                        where host.next_allowed_at <= now() and (host.held_until is null or host.held_until <= now()
                            or host.held_by = excluded.held_by)""")
                        .bind("host", host)
                        .bind("holder", holder)
                        .bind("lease", config.lease().toMillis())
                        .update()
                == 1;
    }

    /** Gives the host back, if the holder has it; nobody asks it before the pause is over. */
    public void release(String host, String holder, Duration pause) {
        database.sql("""
                update host set held_by = null, held_until = null,
                    next_allowed_at = greatest(next_allowed_at, now() + :pause * interval '1 millisecond')
                where name = :host and held_by = :holder""")
                .bind("pause", pause.toMillis())
                .bind("host", host)
                .bind("holder", holder)
                .update();
    }

    /** Takes the host as soon as possible. */
    boolean takeNow(String host, String holder) {
        return QuarkusTransaction.requiringNew().call(() -> take(host, holder));
    }

    /** Holds it for longer. */
    void renew(String host, String holder) {
        database.sql(
                        "update host set held_until = now() + :lease * interval '1 millisecond' where name = :host and held_by = :holder")
                .bind("lease", config.lease().toMillis())
                .bind("host", host)
                .bind("holder", holder)
                .update();
    }

    /**
     * Leaves the host alone, for all documents and replicas. Several failures of one wait count once.
     *
     * @param random between 0 and 1
     */
    void refused(String host, Failed failed, double random) {
        Backoff backOff = HostRefusal.isUnreachable(failed) ? unreachable : refused;
        QuarkusTransaction.requiringNew().run(() -> {
            int refusals = refusals(host);
            long wait = backOff.after(refusals, failed.retryAfter(), random).toMillis();
            database.sql(REFUSED)
                    .bind("refusals", refusals)
                    .bind("wait", wait)
                    .bind("host", host)
                    .update();
        });
    }

    /** Refusals in a row with the one that came now; the row is there and ours until the transaction ends. */
    private int refusals(String host) {
        database.sql("insert into host (name, next_allowed_at) values (:host, now()) on conflict (name) do nothing")
                .bind("host", host)
                .update();
        return database.sql("""
                        select case when refused_until is null
                                or refused_until + :forgiveAfter * interval '1 millisecond' <= now() then 1
                            when refused_until > now() then refusals
                            else refusals + 1 end as refusals
                        from host where name = :host for update""")
                .bind("forgiveAfter", config.forgiveAfter().toMillis())
                .bind("host", host)
                .first(Integer.class)
                .orElse(1);
    }
}
