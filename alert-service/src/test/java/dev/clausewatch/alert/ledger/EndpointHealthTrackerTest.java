package dev.clausewatch.alert.ledger;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import dev.clausewatch.alert.destination.AttemptOutcome;
import dev.clausewatch.alert.destination.Destination;
import dev.clausewatch.alert.destination.SendResult;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.servers.SiteServer;
import dev.clausewatch.servers.Status;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithKafka
@WithPostgres
class EndpointHealthTrackerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static SiteServer site;

    @Inject
    Database database;

    @Inject
    EndpointHealthTracker paces;

    @Inject
    DeliveryRepository deliveries;

    @Inject
    Clock clock;

    private String path;
    private String id;

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
        path = "/hook/" + UUID.randomUUID();
        site.on(path, new Status(204));
        id = service()
                .body(Map.of("name", "Legal", "url", site.url(path), "filter", Map.of("platforms", List.of("Nobody"))))
                .post("/subscriptions")
                .jsonPath()
                .getString("id");
    }

    @Test
    void anEndpointIsNewUntilItAnswers() {
        assertEquals("NEW", pace());

        test();

        await().atMost(PATIENCE).until(() -> pace().equals("PROMPT"));
    }

    @Test
    void anEndpointThatSaysYesLateIsAilingUntilItSaysItSoon() {
        site.on(path, EndpointHealthTrackerTest::answerLate);
        test();
        await().atMost(PATIENCE).until(() -> pace().equals("AILING"));
        assertEquals("DELIVERED", text("select state as found from delivery where subscription_id = :id"));

        site.on(path, new Status(204));
        test();

        await().atMost(PATIENCE).until(() -> pace().equals("PROMPT"));
    }

    @Test
    void anotherAddressIsANewEndpoint() {
        test();
        await().atMost(PATIENCE).until(() -> pace().equals("PROMPT"));

        service().body(Map.of("name", "Legal team")).patch("/subscriptions/" + id);
        assertEquals("PROMPT", pace());
        service().body(Map.of("url", site.url(path + "/other"))).patch("/subscriptions/" + id);

        assertEquals("NEW", pace());
    }

    @Test
    void whatWaitsForAnEndpointGoesOverToTheLaneOfItsPace() {
        QuarkusTransaction.requiringNew().run(() -> {
            String message = UUID.randomUUID().toString();
            database.sql("insert into message (id, body, created_at) values (:message, '{}', now())")
                    .bind("message", message)
                    .update();
            deliveries.queue(
                    List.of(new NewDelivery(message, id, message, null, MessagePurpose.TEST, Duration.ofHours(1))),
                    clock.instant());
            assertEquals("true", lane());

            paces.record(List.of(answered(Lane.SLOW, new AttemptOutcome.Accepted(200))));
            assertEquals("false", lane());

            paces.record(List.of(answered(Lane.MAIN, new AttemptOutcome.Unanswered(AttemptOutcome.Fault.TIMEOUT))));
            assertEquals("true", lane());
            deliveries.cancelAll(id, clock.instant());
        });
    }

    private Attempt answered(Lane lane, AttemptOutcome outcome) {
        ClaimedDelivery claim = new ClaimedDelivery(
                "d",
                id,
                "m",
                new Destination.Webhook(URI.create(site.url(path)), List.of()),
                true,
                lane,
                clock.instant());
        return new Attempt(claim, clock.instant(), new SendResult(outcome, Duration.ofMillis(5), ""));
    }

    /** Longer than an answer may take that is not slow. */
    private static void answerLate(HttpExchange exchange) throws IOException {
        LockSupport.parkNanos(Duration.ofMillis(1200).toNanos());
        exchange.sendResponseHeaders(200, -1);
    }

    private void test() {
        service().post("/subscriptions/" + id + "/test").then().statusCode(202);
    }

    private String pace() {
        return text("select pace as found from subscription where id = :id");
    }

    private String lane() {
        return text("select slow_lane::text as found from delivery where subscription_id = :id");
    }

    private String text(String sql) {
        return database.sql(sql).bind("id", id).first(String.class).orElseThrow();
    }

    private static RequestSpecification service() {
        return given().header("Authorization", "Bearer test-token").contentType("application/json");
    }
}
