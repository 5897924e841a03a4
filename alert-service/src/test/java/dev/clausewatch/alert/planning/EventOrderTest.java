package dev.clausewatch.alert.planning;

import static dev.clausewatch.alert.Changes.settled;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clausewatch.alert.Changes;
import dev.clausewatch.alert.MatchingPlanner;
import dev.clausewatch.alert.Receiver;
import dev.clausewatch.alert.Subscriber;
import dev.clausewatch.events.ClassificationCause;
import dev.clausewatch.events.Settlement;
import dev.clausewatch.events.SettlementOutcome;
import dev.clausewatch.events.Severity;
import dev.clausewatch.servers.SiteServer;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events of one document may come in another order than they happened, after an outage of the broker. */
@QuarkusTest
@WithKafka
@WithPostgres
class EventOrderTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static SiteServer site;

    @Inject
    MatchingPlanner teller;

    private Subscriber subscriber;
    private String a;
    private String b;

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
        b = "b-" + UUID.randomUUID();
    }

    @Test
    void aChangeThatArrivesAfterItsRetractionStaysSilent() {
        classified(subscriber.mine(b).reverting(a));
        classified(subscriber.mine(a));

        assertToldOnly();
    }

    @Test
    void aPendingChangeThatArrivesAfterItsRetractionStaysSilent() {
        classified(subscriber.mine(b).reverting(a));
        classified(waiting());
        settle(SettlementOutcome.CONFIRMED);

        assertToldOnly();
    }

    @Test
    void aChangeThatArrivesAfterItsConfirmationIsToldAtOnceAndOnce() {
        settle(SettlementOutcome.CONFIRMED);
        classified(waiting());
        classified(waiting());

        assertToldOnly("change.alerted " + a);
    }

    @Test
    void aChangeThatArrivesAfterItsWithdrawalStaysSilent() {
        settle(SettlementOutcome.WITHDRAWN);
        classified(waiting());
        settle(SettlementOutcome.CONFIRMED);

        assertToldOnly();
    }

    @Test
    void aConfirmedChangeThatArrivesAfterItsRetractionStaysSilent() {
        settle(SettlementOutcome.CONFIRMED);
        classified(subscriber.mine(b).reverting(a));
        classified(waiting());

        assertToldOnly();
    }

    @Test
    void aChangeThatWasCorrectedWhileItWaitedIsToldAsItWasCorrected() {
        classified(waiting());
        classified(waiting().severity(Severity.HIGH).cause(ClassificationCause.CORRECTION));
        settle(SettlementOutcome.CONFIRMED);

        assertToldOnly("change.alerted " + a);
        assertEquals(
                "HIGH",
                subscriber
                        .receiver()
                        .received()
                        .get(0)
                        .json()
                        .at("/data/change/severity")
                        .asText());
    }

    @Test
    void aChangeThatNobodyRemembersIsNotToldAgain() {
        classified(subscriber.mine(a).classifiedAt(Instant.parse("1900-01-01T00:00:00Z")));

        assertToldOnly();
    }

    private Changes waiting() {
        return subscriber.mine(a).settlement(Settlement.PENDING);
    }

    private void classified(Changes change) {
        QuarkusTransaction.requiringNew().run(() -> teller.classified(change.build()));
    }

    private void settle(SettlementOutcome as) {
        QuarkusTransaction.requiringNew().run(() -> teller.settled(settled(a, as)));
    }

    /** Told of these, and then of a change that is told in any case. */
    private void assertToldOnly(String... told) {
        Receiver receiver = subscriber.receiver();
        await().atMost(PATIENCE).until(() -> receiver.told().size() >= told.length);
        String fence = "c-" + UUID.randomUUID();
        classified(subscriber.mine(fence));
        await().atMost(PATIENCE).until(() -> receiver.told().contains("change.alerted " + fence));
        assertEquals(List.of(told), receiver.told().subList(0, receiver.told().size() - 1));
    }
}
