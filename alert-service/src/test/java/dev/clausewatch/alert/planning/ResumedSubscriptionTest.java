package dev.clausewatch.alert.planning;

import static dev.clausewatch.alert.Changes.change;
import static dev.clausewatch.alert.Changes.settled;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.clausewatch.alert.MatchingPlanner;
import dev.clausewatch.alert.Subscriber;
import dev.clausewatch.alert.ledger.DeliveryRepository;
import dev.clausewatch.events.DeliveryPurpose;
import dev.clausewatch.events.Ids;
import dev.clausewatch.events.SettlementOutcome;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.servers.SiteServer;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A paused subscription resumes in the middle of the transaction that queues what it must hear. */
@QuarkusTest
@WithKafka
@WithPostgres
class ResumedSubscriptionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static SiteServer site;
    private static ExecutorService others;

    @Inject
    MatchingPlanner teller;

    @Inject
    DeliveryRepository deliveries;

    @Inject
    Database database;

    private Subscriber subscriber;
    private String a;
    private String b;

    @BeforeAll
    static void start() throws IOException {
        site = SiteServer.start();
        others = Executors.newCachedThreadPool();
    }

    @AfterAll
    static void stop() {
        others.shutdownNow();
        site.close();
    }

    @BeforeEach
    void tellAndPause() {
        subscriber = Subscriber.at(site);
        a = "a-" + UUID.randomUUID();
        b = "b-" + UUID.randomUUID();
        inTransaction(() -> teller.classified(subscriber.mine(a).build()));
        await().atMost(PATIENCE).until(() -> is(DeliveryPurpose.ALERT, "state = 'DELIVERED'"));
        setActive(false);
    }

    @Test
    void aRetractionIsSentThoughItsSubscriptionResumesWhileItIsQueued() {
        resumeAmid(this::retract);

        assertSent(DeliveryPurpose.RETRACTION, "change.retracted " + a);
    }

    @Test
    void aRetractionIsSentThoughItIsQueuedWhileItsSubscriptionResumes() {
        amidResuming(this::retract);

        assertSent(DeliveryPurpose.RETRACTION, "change.retracted " + a);
    }

    @Test
    void aReinstatementIsSentThoughItsSubscriptionResumesWhileItIsQueued() {
        hearOfTheRetraction();

        resumeAmid(this::reinstate);

        assertSent(DeliveryPurpose.REINSTATEMENT, "change.reinstated " + a);
    }

    @Test
    void aReinstatementIsSentThoughItIsQueuedWhileItsSubscriptionResumes() {
        hearOfTheRetraction();

        amidResuming(this::reinstate);

        assertSent(DeliveryPurpose.REINSTATEMENT, "change.reinstated " + a);
    }

    /** The news is queued and not committed, and the subscription resumes. */
    private void resumeAmid(Runnable news) {
        CompletableFuture<Void> resumed = QuarkusTransaction.requiringNew().call(() -> {
            news.run();
            return untilItEndsOrWaits(() -> setActive(true));
        });
        resumed.join();
    }

    /** The subscription resumes, which is not committed, and the news is queued. */
    private void amidResuming(Runnable news) {
        CompletableFuture<Void> queued = QuarkusTransaction.requiringNew().call(() -> {
            database.sql("update subscription set active = true where id = :id")
                    .bind("id", subscriber.id())
                    .update();
            deliveries.release(subscriber.id());
            return untilItEndsOrWaits(() -> inTransaction(news));
        });
        queued.join();
    }

    private CompletableFuture<Void> untilItEndsOrWaits(Runnable work) {
        CompletableFuture<Void> other = CompletableFuture.runAsync(work, others);
        await().atMost(PATIENCE).until(() -> other.isDone() || somebodyWaitsForALock());
        return other;
    }

    private void retract() {
        teller.classified(change(b).platform(subscriber.platform()).reverting(a).build());
    }

    private void reinstate() {
        String again = "c-" + UUID.randomUUID();
        teller.classified(
                change(again).platform(subscriber.platform()).reinstating(a).build());
        teller.settled(settled(again, SettlementOutcome.CONFIRMED));
    }

    private void hearOfTheRetraction() {
        setActive(true);
        inTransaction(this::retract);
        await().atMost(PATIENCE).until(() -> is(DeliveryPurpose.RETRACTION, "state = 'DELIVERED'"));
        setActive(false);
    }

    private void assertSent(DeliveryPurpose purpose, String told) {
        assertFalse(is(purpose, "state in ('PENDING', 'RETRYING') and due_at is null"), "it is held for ever");
        await().atMost(PATIENCE).until(() -> subscriber.receiver().told().contains(told));
    }

    private boolean is(DeliveryPurpose purpose, String condition) {
        return database.sql("select id from delivery where id = :id and " + condition)
                .bind("id", Ids.delivery(subscriber.id(), a, purpose))
                .first(String.class)
                .isPresent();
    }

    private boolean somebodyWaitsForALock() {
        List<Integer> waiting =
                database.sql("select pid from pg_locks where not granted").list(Integer.class);
        return !waiting.isEmpty();
    }

    private void setActive(boolean active) {
        given().header("Authorization", "Bearer test-token")
                .contentType("application/json")
                .body(Map.of("active", active))
                .patch("/subscriptions/" + subscriber.id())
                .then()
                .statusCode(200);
    }

    private static void inTransaction(Runnable work) {
        QuarkusTransaction.requiringNew().run(work);
    }
}
