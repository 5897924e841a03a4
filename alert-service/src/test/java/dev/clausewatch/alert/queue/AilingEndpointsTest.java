package dev.clausewatch.alert.queue;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.clausewatch.alert.ledger.DeliveryRepository;
import dev.clausewatch.alert.ledger.MessagePurpose;
import dev.clausewatch.alert.ledger.Messages;
import dev.clausewatch.alert.ledger.NewDelivery;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.servers.SiteServer;
import dev.clausewatch.servers.Status;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import dev.clausewatch.testing.site.NoAnswer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hundred endpoints that hang and a hundred slow ones beside one that is well. */
@QuarkusTest
@WithKafka
@WithPostgres
class AilingEndpointsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int HOSTS = 20;
    private static final int AILING = 200;
    private static final int FOR_EACH_AILING = 20;
    private static final int FOR_THE_HEALTHY = 100;

    /**
     * Each of the ailing may be tried some times meanwhile, since a busy machine may take an answer of the healthy one for a late one; when
     * they have all the senders, the healthy one is not through by then.
     */
    private static final int SOME = 3000;

    @Inject
    Messages messages;

    @Inject
    DeliveryRepository deliveries;

    @Inject
    Database database;

    @Inject
    Clock clock;

    private final List<SiteServer> hosts = new ArrayList<>();
    private final List<Endpoint> ailing = new ArrayList<>();
    private final AtomicInteger ailingRequests = new AtomicInteger();
    private Endpoint healthy = new Endpoint("", new AtomicInteger());
    private String message = "";

    /** Where a subscription leads; answers at once until it is told to do otherwise. */
    private static final class Endpoint implements HttpHandler {

        private final String subscriptionId;
        private final AtomicInteger requests;
        private volatile HttpHandler behaviour = new Status(204);

        Endpoint(String subscriptionId, AtomicInteger requests) {
            this.subscriptionId = subscriptionId;
            this.requests = requests;
        }

        @Override
        public void handle(HttpExchange exchange) throws IOException {
            requests.incrementAndGet();
            behaviour.handle(exchange);
        }
    }

    @BeforeEach
    void subscribe() throws IOException {
        for (int i = 0; i < HOSTS; i++) {
            hosts.add(SiteServer.start());
        }
        hosts.add(SiteServer.start());
        for (int i = 0; i < AILING; i++) {
            ailing.add(endpoint(hosts.get(i % HOSTS), ailingRequests));
        }
        healthy = endpoint(hosts.getLast(), new AtomicInteger());
        message = "message-" + UUID.randomUUID();
        messages.add(message, new Messages.Message("{}", null, null), clock.instant());
    }

    @AfterEach
    void endAll() {
        database.sql("""
                update delivery set state = 'CANCELLED', due_at = null
                where message_id = :message and state in ('PENDING', 'RETRYING')""").bind("message", message).update();
        hosts.forEach(SiteServer::close);
    }

    @Test
    void oneThatIsWellGoesOnBesideOnesThatNeverWereWell() {
        ail();
        queue(healthy, 1);
        await().atMost(PATIENCE).until(() -> healthy.requests.get() >= 1);

        assertTheHealthyGoesOn();
    }

    @Test
    void oneThatIsWellGoesOnBesideOnesThatWereWellAndAreNotAnyMore() {
        queue(healthy, 1);
        queueForAiling(1);
        await().atMost(PATIENCE).until(() -> ailingRequests.get() >= AILING && undelivered() == 0);
        ail();

        assertTheHealthyGoesOn();
    }

    /** All that is queued for it arrives while the others have tried a part of theirs. */
    private void assertTheHealthyGoesOn() {
        int before = healthy.requests.get();
        queueForAiling(FOR_EACH_AILING);
        ailingRequests.set(0);
        queue(healthy, FOR_THE_HEALTHY);

        await().atMost(PATIENCE)
                .until(() -> healthy.requests.get() - before >= FOR_THE_HEALTHY || ailingRequests.get() > SOME);

        assertEquals(FOR_THE_HEALTHY, healthy.requests.get() - before);
    }

    /** Half of them take the request and never answer, the others answer when the time is nearly over. */
    private void ail() {
        for (int i = 0; i < AILING; i++) {
            ailing.get(i).behaviour = i % 2 == 0 ? new NoAnswer() : AilingEndpointsTest::answerLate;
        }
    }

    private static void answerLate(HttpExchange exchange) throws IOException {
        LockSupport.parkNanos(Duration.ofMillis(1500).toNanos());
        exchange.sendResponseHeaders(200, -1);
    }

    private Endpoint endpoint(SiteServer host, AtomicInteger requests) {
        String id = "endpoint-" + UUID.randomUUID();
        Endpoint endpoint = new Endpoint(id, requests);
        host.on("/" + id, endpoint);
        database.sql("""
                insert into subscription (id, name, url, platforms, terms_types, documents, areas, active, secret, created_at)
                values (:id, 'Test', :url, '{Nobody}', '{}', '{}', '{}', true, 'whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz', now())""").bind("id", id).bind("url", host.url("/" + id)).update();
        return endpoint;
    }

    private void queueForAiling(int each) {
        List<NewDelivery> all = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            ailing.forEach(endpoint -> all.add(delivery(endpoint)));
        }
        queue(all);
    }

    private void queue(Endpoint endpoint, int count) {
        queue(Collections.nCopies(count, endpoint).stream().map(this::delivery).toList());
    }

    private void queue(List<NewDelivery> all) {
        QuarkusTransaction.requiringNew().run(() -> deliveries.queue(all, clock.instant()));
    }

    private NewDelivery delivery(Endpoint endpoint) {
        @Nullable String noChange = null;
        return new NewDelivery(
                UUID.randomUUID().toString(),
                endpoint.subscriptionId,
                message,
                noChange,
                MessagePurpose.TEST,
                Duration.ZERO);
    }

    private int undelivered() {
        return database.sql(
                        "select count(*)::integer as n from delivery where message_id = :message and state <> 'DELIVERED'")
                .bind("message", message)
                .first(Integer.class)
                .orElseThrow();
    }
}
