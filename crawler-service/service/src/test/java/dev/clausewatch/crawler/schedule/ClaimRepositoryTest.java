package dev.clausewatch.crawler.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The documents of this test are due in a future that the running schedule does not reach. */
@QuarkusTest
@WithKafka
@WithPostgres
@SuppressWarnings("NullAway.Init")
class ClaimRepositoryTest {

    private static final Instant DUE = Instant.parse("2090-01-01T00:00:00Z");
    private static final Instant NOW = DUE.plusSeconds(1);

    private static final Map<String, Integer> NONE = Map.of();

    @Inject
    ClaimRepository claims;

    @Inject
    CaptureStateRepository states;

    @Inject
    Database database;

    @BeforeEach
    @AfterEach
    void clear() {
        database.sql("delete from capture_state where document_id like 'claim-%'")
                .update();
        database.sql("delete from document where id like 'claim-%'").update();
        database.sql("delete from host where name like 'claim-%'").update();
        // The other tests' documents would be due as well.
        database.sql("update document set retired_at = now() where retired_at is null")
                .update();
        database.sql(
                        "update capture_state set next_attempt_at = null, claimed_by = null where next_attempt_at is not null")
                .update();
    }

    @Test
    void sharesTheWorkOfTwoReplicas() throws Exception {
        for (int i = 0; i < 40; i++) {
            document("claim-" + i, "claim-host-" + i);
        }
        List<Claim> all = new ArrayList<>();
        try (ExecutorService replicas = Executors.newFixedThreadPool(2)) {
            Callable<List<Claim>> replica = () -> {
                List<Claim> mine = new ArrayList<>();
                for (int i = 0; i < 10; i++) {
                    mine.addAll(claims.claim(NOW, 4, NONE));
                }
                return mine;
            };
            for (Future<List<Claim>> done : replicas.invokeAll(List.of(replica, replica))) {
                all.addAll(done.get());
            }
        }
        Set<String> documents =
                new HashSet<>(all.stream().map(Claim::documentId).toList());
        assertEquals(40, all.size());
        assertEquals(40, documents.size());
    }

    @Test
    void claimsOneDocumentOfAHostAtATime() {
        document("claim-a", "claim-host");
        document("claim-b", "claim-host");
        assertEquals(1, claims.claim(NOW, 8, NONE).size());
        assertEquals(List.of(), claims.claim(NOW, 8, NONE));
    }

    @Test
    void givesBackWhatADeadReplicaHeld() {
        document("claim-a", "claim-host");
        Claim lost = claims.claim(NOW, 1, NONE).getFirst();
        assertEquals(List.of(), claims.claim(NOW, 1, NONE));
        database.sql(
                        "update capture_state set claimed_until = now() - interval '1 second' where document_id = 'claim-a'")
                .update();
        database.sql("update host set held_until = now() - interval '1 second' where name = 'claim-host'")
                .update();
        assertEquals("claim-a", claims.claim(NOW, 1, NONE).getFirst().documentId());
        assertTrue(!claims.renew(lost), "the lost claim still counts");
    }

    @Test
    void takesNothingFromOthersWithAClockThatIsFast() {
        document("claim-a", "claim-host");
        assertEquals(1, claims.claim(NOW, 1, NONE).size());
        assertEquals(List.of(), claims.claim(NOW.plus(Duration.ofMinutes(5)), 1, NONE));
    }

    @Test
    void claimsAsManyDocumentsOfAnUnlimitedHostAsItHasPlaces() {
        for (int i = 0; i < 6; i++) {
            document("claim-" + i, "claim-open");
        }
        document("claim-x", "claim-polite");
        document("claim-y", "claim-polite");
        List<Claim> first = claims.claim(NOW, 8, Map.of("claim-open", 4));
        assertEquals(
                List.of("claim-0", "claim-1", "claim-2", "claim-3", "claim-x"),
                first.stream().map(Claim::documentId).sorted().toList());
        assertEquals(
                List.of(),
                database.sql("select name from host where name = 'claim-open'").list(String.class));
        assertEquals(List.of(), claims.claim(NOW, 8, Map.of("claim-open", 0)));
        assertEquals(1, claims.claim(NOW, 1, Map.of("claim-open", 4)).size());
    }

    @Test
    void claimsNothingOfAHostThatSentUsAway() {
        document("claim-a", "claim-host");
        database.sql("insert into host (name, next_allowed_at) values ('claim-host', now() + interval '1 hour')")
                .update();
        assertEquals(List.of(), claims.claim(NOW, 8, NONE));
        assertEquals(List.of(), claims.claim(NOW, 8, Map.of("claim-host", 4)));
    }

    @Test
    void claimsNothingOfARetiredDocument() {
        document("claim-a", "claim-host");
        Claim claim = claims.claim(NOW, 8, NONE).getFirst();
        states.stop("claim-a");
        assertFalse(claims.renew(claim), "a capture in flight goes on");
        claims.release(claim, DUE);
        assertFalse(claims.request("claim-a", NOW));
        states.hold(List.of("claim-a"), DUE);
        database.sql("delete from host where name = 'claim-host'").update();
        assertEquals(List.of(), claims.claim(NOW, 8, NONE));
        assertEquals(List.of(), claims.claim(NOW, 8, Map.of("claim-host", 4)));
        assertEquals(Optional.empty(), claims.nextDue(NOW, List.of()));
        states.start("claim-a", DUE);
        assertEquals(1, claims.claim(NOW, 8, NONE).size());
    }

    @Test
    void recordsAndAsksForNothingThatAReleaseOfBeforeV9Retired() {
        document("claim-a", "claim-host");
        Claim claim = claims.claim(NOW, 8, NONE).getFirst();
        database.sql("update document set retired_at = now() where id = 'claim-a'")
                .update();
        assertEquals(Map.of(), states.find(List.of(claim)));
        assertFalse(claims.request("claim-a", NOW));
    }

    @Test
    void keepsCapturesOffADocumentThatIsHeld() {
        document("claim-a", "claim-host");
        Claim claim = claims.claim(NOW, 8, NONE).getFirst();
        states.hold(List.of("claim-a"), NOW.plusSeconds(60));
        assertFalse(claims.renew(claim), "a capture in flight goes on");
        claims.releaseHost(claim);
        assertEquals(List.of(), claims.claim(NOW.plusSeconds(59), 8, NONE));
        assertEquals(1, claims.claim(NOW.plusSeconds(60), 8, NONE).size());
    }

    @Test
    void aDeclarationThatChangesTakesTheClaimAndIsDueNoLater() {
        document("claim-a", "claim-host");
        Claim claim = claims.claim(NOW, 8, NONE).getFirst();
        states.start("claim-a", DUE.plusSeconds(3600));
        assertFalse(claims.renew(claim), "a capture in flight goes on");
        claims.releaseHost(claim);
        assertEquals(1, claims.claim(NOW, 8, NONE).size());
    }

    private void document(String id, String host) {
        database.sql("""
                insert into document (id, declaration, origin, definition, host, registered_at)
                values (:id, :id, 'HTTP', '{}', :host, now())""").bind("id", id).bind("host", host).update();
        states.start(id, DUE);
    }
}
