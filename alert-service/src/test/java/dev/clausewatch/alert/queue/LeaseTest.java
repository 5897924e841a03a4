package dev.clausewatch.alert.queue;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clausewatch.alert.MatchingPlanner;
import dev.clausewatch.alert.Subscriber;
import dev.clausewatch.alert.destination.AttemptOutcome;
import dev.clausewatch.alert.destination.SendResult;
import dev.clausewatch.alert.ledger.Attempt;
import dev.clausewatch.alert.ledger.ClaimedDelivery;
import dev.clausewatch.alert.ledger.DeliveryLeases;
import dev.clausewatch.alert.ledger.Ledger;
import dev.clausewatch.events.DeliveryPurpose;
import dev.clausewatch.events.Ids;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.servers.SiteServer;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deliveries between being taken and being recorded, while the database or the subscriber changes its mind. */
@QuarkusTest
@WithKafka
@WithPostgres
class LeaseTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static SiteServer site;

    @Inject
    MatchingPlanner teller;

    @Inject
    DeliveryLeases leases;

    @Inject
    Ledger ledger;

    @Inject
    Database database;

    @Inject
    Clock clock;

    private Subscriber subscriber;
    private String a;

    @BeforeAll
    static void start() throws IOException {
        site = SiteServer.start();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @BeforeEach
    void subscribe() {
        subscriber = Subscriber.at(site);
        a = "a-" + UUID.randomUUID();
    }

    @Test
    void whatIsSentButNotRecordedWhenItsLeaseEndsIsNotSentAgain() {
        QuarkusTransaction.requiringNew().run(() -> {
            // The ledger waits for this lock, as it would for a database that is away; the queue does not.
            database.sql("select id from subscription where id = :id for share")
                    .bind("id", subscriber.id())
                    .list(String.class);
            QuarkusTransaction.requiringNew()
                    .run(() -> teller.classified(subscriber.mine(a).build()));
            await().atMost(PATIENCE)
                    .until(() -> subscriber.receiver().received().size() > 1 || isLongOverdue());
        });
        await().atMost(PATIENCE).until(() -> text("state").equals("DELIVERED"));

        assertEquals(List.of("change.alerted " + a), subscriber.receiver().told());
    }

    @Test
    void anAttemptIsRecordedOnceHoweverOftenItIsWritten() {
        QuarkusTransaction.requiringNew().run(() -> {
            Attempt attempt = new Attempt(
                    taken(),
                    clock.instant(),
                    new SendResult(new AttemptOutcome.Refused(500, null), Duration.ofMillis(5), ""));
            ledger.record(List.of(attempt));
            ledger.record(List.of(attempt));
            assertEquals("1", text("attempts"));
        });
    }

    @Test
    void whatADeadSenderHadIsSentByAnother() {
        QuarkusTransaction.requiringNew().run(() -> {
            teller.classified(subscriber.mine(a).build());
            assertEquals(
                    1,
                    leases.claim(List.of(deliveryId()), Duration.ofSeconds(1)).size());
        });

        await().atMost(PATIENCE).until(() -> text("state").equals("DELIVERED"));

        assertEquals(List.of("change.alerted " + a), subscriber.receiver().told());
    }

    @Test
    void whatIsGivenBackIsDueIfItsSubscriptionIsToldAgainMeanwhile() {
        QuarkusTransaction.requiringNew().run(() -> {
            ClaimedDelivery taken = taken();
            leases.release(new ClaimedDelivery(
                    taken.deliveryId(),
                    taken.subscriptionId(),
                    taken.messageId(),
                    taken.destination(),
                    false,
                    taken.lane(),
                    taken.leaseEnd()));
        });

        await().atMost(PATIENCE).until(() -> subscriber.receiver().told().equals(List.of("change.alerted " + a)));
    }

    @Test
    void whatIsGivenBackIsHeldIfItsSubscriptionIsPausedMeanwhile() {
        QuarkusTransaction.requiringNew().run(() -> {
            ClaimedDelivery taken = taken();
            database.sql("update subscription set active = false where id = :id")
                    .bind("id", subscriber.id())
                    .update();
            leases.release(taken);
            assertEquals("", text("due_at"));
            assertEquals("0", text("claims"));
        });
    }

    @Test
    void whatIsGivenBackIsCancelledIfItsSubscriptionIsDeletedMeanwhile() {
        QuarkusTransaction.requiringNew().run(() -> {
            ClaimedDelivery taken = taken();
            database.sql("update subscription set active = false, deleted_at = now() where id = :id")
                    .bind("id", subscriber.id())
                    .update();
            leases.release(taken);
            assertEquals("CANCELLED", text("state"));
        });
    }

    /** Queues a delivery and takes it, before the dispatcher sees it. */
    private ClaimedDelivery taken() {
        teller.classified(subscriber.mine(a).build());
        return leases.claim(List.of(deliveryId()), Duration.ofSeconds(4)).getFirst();
    }

    private String deliveryId() {
        return Ids.delivery(subscriber.id(), a, DeliveryPurpose.ALERT);
    }

    private boolean isLongOverdue() {
        return database.sql(
                        "select id from delivery where id = :deliveryId and due_at < clock_timestamp() - interval '1 second'")
                .bind("deliveryId", deliveryId())
                .first(String.class)
                .isPresent();
    }

    private String text(String column) {
        return database.sql("select coalesce(" + column + "::text, '') as found from delivery where id = :deliveryId")
                .bind("deliveryId", deliveryId())
                .first(String.class)
                .orElse("");
    }
}
