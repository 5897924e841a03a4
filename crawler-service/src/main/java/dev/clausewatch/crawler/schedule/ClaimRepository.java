package dev.clausewatch.crawler.schedule;

import dev.clausewatch.crawler.politeness.HostRepository;
import dev.clausewatch.runtime.database.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
                order by host, next_attempt_at, id) due
            join document d on d.id = due.id left join host h on h.name = d.host
            where d.retired_at is null and d.next_attempt_at <= ? and (d.claimed_until is null or d.claimed_until <= now())
                and (h.name is null or (h.next_allowed_at <= now() and (h.held_until is null or h.held_until <= now())))
            order by due.next_attempt_at limit ? for update of d skip locked""";

    private static final String NEXT = """
            select (extract(epoch from min(greatest(d.next_attempt_at - ?::timestamptz, h.next_allowed_at - now()))) * 1000)::bigint
                as wait from (
                select host, next_attempt_at from document
                where retired_at is null and (claimed_until is null or claimed_until <= now())
                order by next_attempt_at limit 100) d
            left join host h on h.name = d.host where h.held_until is null or h.held_until <= now()
            having count(*) > 0""";

    private record Due(String id, String host) {}

    private final Database database;
    private final HostRepository hosts;
    private final ScheduleConfig config;

    ClaimRepository(Database database, HostRepository hosts, ScheduleConfig config) {
        this.database = database;
        this.hosts = hosts;
        this.config = config;
    }

    /** Claims documents that are due, at most so many. */
    List<Claim> claim(Instant now, int most) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<Due> due = new ArrayList<>(
                    database.list(DUE, row -> new Due(row.text("id"), row.text("host")), now, now, most));
            // Everybody takes hosts in the same order, so that nobody waits in a circle.
            due.sort(Comparator.comparing(Due::host));
            List<Claim> claims = new ArrayList<>();
            for (Due document : due) {
                Claim claim = new Claim(UUID.randomUUID().toString(), document.id, document.host);
                if (hosts.take(claim.host(), claim.token())) {
                    write(claim);
                    claims.add(claim);
                }
            }
            return claims;
        });
    }

    private void write(Claim claim) {
        database.update(
                "update document set claimed_by = ?, claimed_at = now(), claimed_until = now() + ? * interval '1 millisecond'"
                        + " where id = ?",
                claim.token(),
                config.lease().toMillis(),
                claim.documentId());
    }

    /** How long until the next document can be claimed, as far as anybody knows; negative when one can be. */
    Optional<Duration> nextDue(Instant now) {
        return database.first(NEXT, row -> Duration.ofMillis(row.large("wait")), now);
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
