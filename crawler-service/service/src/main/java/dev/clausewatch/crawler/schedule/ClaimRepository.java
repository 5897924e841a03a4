package dev.clausewatch.crawler.schedule;

import dev.clausewatch.crawler.politeness.HostRepository;
import dev.clausewatch.runtime.database.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
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
import org.jdbi.v3.core.result.RowView;

/**
 * Shares the due documents among replicas: who claims one has it, and its host, until the lease runs out. Leases are judged by the
 * database's clock, so that a replica whose own is fast takes nothing from others; a replica's clock says what is due. Only rows of
 * {@code capture_state} are locked and written: its {@code next_attempt_at} is absent while a document is retired.
 */
@ApplicationScoped
class ClaimRepository {

    /** One document a host, the longest due first, only where the host is free; other replicas' rows are passed over. */
    private static final String DUE = """
            select c.document_id, due.host from (
                select distinct on (d.host) d.host, s.document_id, s.next_attempt_at
                from capture_state s join document d on d.id = s.document_id
                where s.next_attempt_at <= :now and (s.claimed_until is null or s.claimed_until <= now())
                    and d.retired_at is null and d.host <> all (:without)
                order by d.host, s.next_attempt_at, s.document_id) due
            join capture_state c on c.document_id = due.document_id left join host h on h.name = due.host
            where c.next_attempt_at <= :now and (c.claimed_until is null or c.claimed_until <= now())
                and (h.name is null or (h.next_allowed_at <= now() and (h.held_until is null or h.held_until <= now())))
            order by due.next_attempt_at limit :most for update of c skip locked""";

    /** As many documents of each unlimited host as it has places, unless it sent us away. */
    private static final String DUE_UNLIMITED = """
            select due.document_id, u.host from unnest(:hosts::text[], :free::integer[]) as u (host, free) cross join lateral (
                select c.document_id from capture_state c join document d on d.id = c.document_id
                where d.host = u.host and d.retired_at is null and c.next_attempt_at <= :now
                    and (c.claimed_until is null or c.claimed_until <= now())
                    and not exists (select 1 from host h where h.name = u.host and h.next_allowed_at > now())
                order by c.next_attempt_at, c.document_id limit u.free for update of c skip locked) due
            limit :most""";

    private static final String CLAIM = """
            update capture_state set claimed_by = :token, claimed_at = now(),
                claimed_until = now() + :lease * interval '1 millisecond'
            where document_id = :id""";

    private static final String NEXT = """
            select (extract(epoch from min(greatest(d.next_attempt_at - :now::timestamptz, h.next_allowed_at - now()))) * 1000)::bigint
                as wait from (
                select w.host, c.next_attempt_at from capture_state c join document w on w.id = c.document_id
                where c.next_attempt_at is not null and (c.claimed_until is null or c.claimed_until <= now())
                    and w.retired_at is null and w.host <> all (:without)
                order by c.next_attempt_at limit 100) d
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
            database.sql("set local synchronous_commit to off").update();
            // Those first whose pace is bound: the others would take every place as long as any is due.
            List<Claim> claims = new ArrayList<>(polite(now, most, unlimited.keySet()));
            claims.addAll(unlimited(now, most - claims.size(), unlimited));
            database.batch(
                    CLAIM,
                    claims,
                    (row, claim) -> row.bind("token", claim.token())
                            .bind("lease", config.lease().toMillis())
                            .bind("id", claim.documentId()));
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
        return database.sql(DUE_UNLIMITED)
                .bind("hosts", hosts)
                .bind("free", free)
                .bind("now", now)
                .bind("most", most)
                .list(ClaimRepository::claim);
    }

    private List<Claim> polite(Instant now, int most, Collection<String> without) {
        List<Claim> due = new ArrayList<>(database.sql(DUE)
                .bind("now", now)
                .bind("without", without)
                .bind("most", most)
                .list(ClaimRepository::claim));
        // Everybody takes hosts in the same order, so that nobody waits in a circle.
        due.sort(Comparator.comparing(Claim::host));
        return due.stream()
                .filter(claim -> hosts.take(claim.host(), claim.token()))
                .toList();
    }

    private static Claim claim(RowView row) {
        return new Claim(
                UUID.randomUUID().toString(),
                row.getColumn("document_id", String.class),
                row.getColumn("host", String.class));
    }

    /**
     * How long until the next document can be claimed, as far as anybody knows; negative when one can be.
     *
     * @param without hosts that are not looked at
     */
    Optional<Duration> nextDue(Instant now, Collection<String> without) {
        return database.sql(NEXT)
                .bind("now", now)
                .bind("without", without)
                .first(row -> Duration.ofMillis(row.getColumn("wait", Long.class)));
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
        return database.sql("update capture_state set claimed_until = now() + :lease * interval '1 millisecond'"
                                + " where document_id = :documentId and claimed_by = :token")
                        .bind("lease", config.lease().toMillis())
                        .bind("documentId", claim.documentId())
                        .bind("token", claim.token())
                        .update()
                == 1;
    }

    /** Gives a document back, to be captured at the given time. */
    void release(Claim claim, Instant nextAttemptAt) {
        database.sql(
                        "update capture_state set claimed_by = null, claimed_until = null, next_attempt_at = :nextAttemptAt"
                                + " where document_id = :documentId and claimed_by = :token")
                .bind("nextAttemptAt", nextAttemptAt)
                .bind("documentId", claim.documentId())
                .bind("token", claim.token())
                .update();
    }

    /** Gives the host back for a document that will not be asked for. */
    void releaseHost(Claim claim) {
        hosts.release(claim.host(), claim.token(), Duration.ZERO);
    }

    /** Makes a document due now, also when it is being captured; false when there is none to capture. */
    boolean request(String documentId, Instant now) {
        return database.sql("update capture_state set next_attempt_at = least(:now, now()), requested_at = now()"
                                + " where document_id = :documentId and next_attempt_at is not null"
                                + " and exists (select 1 from document where id = :documentId and retired_at is null)")
                        .bind("now", now)
                        .bind("documentId", documentId)
                        .update()
                == 1;
    }
}
