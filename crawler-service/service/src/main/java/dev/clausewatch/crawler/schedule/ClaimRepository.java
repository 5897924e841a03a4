package dev.clausewatch.crawler.schedule;

import dev.clausewatch.crawler.politeness.HostRepository;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.runtime.database.Row;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Shares the due documents among replicas: who claims one has it, and its host, until the lease runs out. Leases are judged by the
 * database's clock, so that a replica whose own is fast takes nothing from others; a replica's clock says what is due.
 */
@ApplicationScoped
class ClaimRepository {

    /** One document a host, the longest due first, only where the host is free; other replicas' rows are passed over. */
    private static final String DUE = """
            select d.id, d.host from (
                select distinct on (host) id, next_attempt_at from document
                where retired_at is null and next_attempt_at <= ? and (claimed_until is null or claimed_until <= now())
                    and host <> all (?)
                order by host, next_attempt_at, id) due
            join document d on d.id = due.id left join host h on h.name = d.host
            where d.retired_at is null and d.next_attempt_at <= ? and (d.claimed_until is null or d.claimed_until <= now())
                and (h.name is null or (h.next_allowed_at <= now() and (h.held_until is null or h.held_until <= now())))
            order by due.next_attempt_at limit ? for update of d skip locked""";

    /** As many documents of each unlimited host as it has places, unless it sent us away. */
    private static final String DUE_UNLIMITED = """
            select d.id, u.host from unnest(?::text[], ?::integer[]) as u (host, free) cross join lateral (
                select id from document
                where host = u.host and retired_at is null and next_attempt_at <= ?
                    and (claimed_until is null or claimed_until <= now())
                    and not exists (select 1 from host h where h.name = u.host and h.next_allowed_at > now())
                order by next_attempt_at, id limit u.free for update skip locked) d
            limit ?""";

    private static final String CLAIM = """
            update document set claimed_by = ?, claimed_at = now(), claimed_until = now() + ? * interval '1 millisecond'
            where id = ?""";

    private static final String NEXT = """
            select (extract(epoch from min(greatest(d.next_attempt_at - ?::timestamptz, h.next_allowed_at - now()))) * 1000)::bigint
                as wait from (
                select host, next_attempt_at from document
                where retired_at is null and (claimed_until is null or claimed_until <= now()) and host <> all (?)
                order by next_attempt_at limit 100) d
            left join host h on h.name = d.host where h.held_until is null or h.held_until <= now()
            having count(*) > 0""";

    private static final int RENEWALS_IN_A_LEASE = 4;

    private final Database database;
    private final HostRepository hosts;
    private final ScheduleConfig config;

    ClaimRepository(Database database, HostRepository hosts, ScheduleConfig config) {
        this.database = database;
        this.hosts = hosts;
        this.config = config;
    }

    /**
     * Claims documents that are due, at most so many.
     *
     * @param unlimited hosts without limits, with the number of documents that may be claimed of each
     */
    List<Claim> claim(Instant now, int most, Map<String, Integer> unlimited) {
        return QuarkusTransaction.requiringNew().call(() -> {
            // Nothing is lost with a claim that a crash of the database takes back: the capture finds out and another
            // follows.
            database.update("set local synchronous_commit to off");
            // Those first whose pace is bound: the others would take every place as long as any is due.
            List<Claim> claims = new ArrayList<>(polite(now, most, unlimited.keySet()));
            claims.addAll(unlimited(now, most - claims.size(), unlimited));
            database.batch(
                    CLAIM,
                    claims.stream()
                            .map(claim -> new @Nullable Object[] {
                                claim.token(), config.lease().toMillis(), claim.documentId()
                            })
                            .toList());
            return claims;
        });
    }

    private List<Claim> unlimited(Instant now, int most, Map<String, Integer> unlimited) {
        List<String> hosts = unlimited.keySet().stream()
                .filter(host -> unlimited.getOrDefault(host, 0) > 0)
                .toList();
        if (hosts.isEmpty()) {
            return List.of();
        }
        Integer[] free = hosts.stream().map(unlimited::get).toArray(Integer[]::new);
        return database.list(DUE_UNLIMITED, ClaimRepository::claim, hosts, free, now, most);
    }

    private List<Claim> polite(Instant now, int most, Collection<String> without) {
        List<Claim> due = new ArrayList<>(database.list(DUE, ClaimRepository::claim, now, without, now, most));
        // Everybody takes hosts in the same order, so that nobody waits in a circle.
        due.sort(Comparator.comparing(Claim::host));
        return due.stream()
                .filter(claim -> hosts.take(claim.host(), claim.token()))
                .toList();
    }

    private static Claim claim(Row row) throws SQLException {
        return new Claim(UUID.randomUUID().toString(), row.text("id"), row.text("host"));
    }

    /**
     * How long until the next document can be claimed, as far as anybody knows; negative when one can be.
     *
     * @param without hosts that are not looked at
     */
    Optional<Duration> nextDue(Instant now, Collection<String> without) {
        return database.first(NEXT, row -> Duration.ofMillis(row.large("wait")), now, without);
    }

    /** Keeps a claim while it is asked for, so seldom that most captures never write for it; false when the claim is lost. */
    BooleanSupplier renewal(Claim claim) {
        long every = config.lease().toNanos() / RENEWALS_IN_A_LEASE;
        AtomicLong last = new AtomicLong(System.nanoTime());
        return () -> {
            if (System.nanoTime() - last.get() < every) {
                return true;
            }
            last.set(System.nanoTime());
            return renew(claim);
        };
    }

    /** Keeps a claim for another lease; false when it is lost. */
    boolean renew(Claim claim) {
        return database.update(
                        "update document set claimed_until = now() + ? * interval '1 millisecond'"
                                + " where id = ? and claimed_by = ?",
                        config.lease().toMillis(),
                        claim.documentId(),
                        claim.token())
                == 1;
    }

    /** Gives a document back, to be captured at the given time. */
    void release(Claim claim, Instant nextAttemptAt) {
        database.update(
                "update document set claimed_by = null, claimed_until = null, next_attempt_at = ?"
                        + " where id = ? and claimed_by = ?",
                nextAttemptAt,
                claim.documentId(),
                claim.token());
    }

    /** Gives the host back for a document that will not be asked for. */
    void releaseHost(Claim claim) {
        hosts.release(claim.host(), claim.token(), Duration.ZERO);
    }

    /** Makes a document due now, also when it is being captured; false when there is none to capture. */
    boolean request(String documentId, Instant now) {
        return database.update(
                        "update document set next_attempt_at = least(?, now()), requested_at = now()"
                                + " where id = ? and retired_at is null",
                        now,
                        documentId)
                == 1;
    }
}
