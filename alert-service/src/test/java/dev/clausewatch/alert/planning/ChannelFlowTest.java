package dev.clausewatch.alert.planning;

import static dev.clausewatch.alert.Changes.change;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.clausewatch.alert.MatchingPlanner;
import dev.clausewatch.alert.Receiver;
import dev.clausewatch.events.DeliveryPurpose;
import dev.clausewatch.events.Ids;
import dev.clausewatch.servers.SiteServer;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Slack and Teams beside a webhook: each is told once in its own form. */
@QuarkusTest
@WithKafka
@WithPostgres
class ChannelFlowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static SiteServer site;

    @Inject
    MatchingPlanner planner;

    private String platform;
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
    void name() {
        platform = "Platform " + UUID.randomUUID();
        a = "a-" + UUID.randomUUID();
    }

    @Test
    void eachKindIsToldOfAChangeAndOfItsEndInItsOwnForm() {
        Receiver slack = new Receiver();
        Receiver teams = new Receiver();
        Receiver webhook = new Receiver();
        List<String> ids = List.of(subscribe("slack", slack), subscribe("teams", teams), subscribe("webhook", webhook));

        plan(a);
        plan(a);
        await().atMost(PATIENCE)
                .until(() -> ids.stream().allMatch(id -> state(id).equals("DELIVERED")));
        QuarkusTransaction.requiringNew()
                .run(() -> planner.classified(
                        change("b-" + a).platform(platform).reverting(a).build()));

        await().atMost(PATIENCE)
                .until(() -> List.of(slack, teams, webhook).stream()
                        .allMatch(receiver -> receiver.received().size() == 2));
        String told = change(a).build().meaning().headline();
        assertNotNull(told);
        assertEquals(told, header(slack.received().getFirst()));
        assertEquals("Gone: " + told, header(slack.received().getLast()));
        assertEquals(
                "AdaptiveCard",
                teams.received()
                        .getFirst()
                        .json()
                        .at("/attachments/0/content/type")
                        .asText());
        assertEquals(List.of("change.alerted " + a, "change.retracted " + a), webhook.told());
        assertFalse(slack.received().getFirst().headers().containsKey("Webhook-signature"));
    }

    @Test
    void whenSlackAsksToWaitTheLedgerSaysSo() {
        Receiver slack = new Receiver(429);
        String id = subscribe("slack", slack);

        plan(a);

        await().atMost(PATIENCE).until(() -> state(id).equals("DELIVERED"));
        assertEquals(List.of(429, 204), delivery(id).getList("attempts.status"));
    }

    @Test
    void theAddressOfAChannelIsAccessToItAndNotShown() {
        String id = subscribe("slack", new Receiver());

        service()
                .get("/subscriptions/" + id)
                .then()
                .body("url", nullValue())
                .body("secret", nullValue())
                .body("destination.kind", is("slack"))
                .body("destination.url", containsString("/…"));
        service()
                .body("{\"name\": \"Law\"}")
                .patch("/subscriptions/" + id)
                .then()
                .statusCode(200);
        plan(a);

        await().atMost(PATIENCE).until(() -> state(id).equals("DELIVERED"));
        service().post("/subscriptions/" + id + "/rotate-secret").then().statusCode(409);
    }

    @Test
    void aWrongDestinationIsToldWhatToSendInstead() {
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("kind", "pigeon", "url", "https://example.com"),
                Map.of("url", "https://example.com"),
                Map.of("kind", "slack", "url", "ftp://example.com"))) {
            service()
                    .body(Map.of("name", "Legal", "destination", wrong))
                    .post("/subscriptions")
                    .then()
                    .statusCode(422)
                    .body("errors[0].field", containsString("destination."));
        }
        service()
                .body(Map.of(
                        "name",
                        "Legal",
                        "url",
                        "https://example.com",
                        "destination",
                        Map.of("kind", "slack", "url", "https://example.com")))
                .post("/subscriptions")
                .then()
                .statusCode(422)
                .body("errors[0].field", is("destination"));
    }

    @Test
    void aSubscriptionKeepsItsKindSinceWhatWaitsIsWrittenForIt() {
        String id = subscribe("slack", new Receiver());

        service()
                .body("{\"destination\": {\"kind\": \"teams\"}}")
                .patch("/subscriptions/" + id)
                .then()
                .statusCode(422)
                .body("errors[0].field", is("destination.kind"));
        service().get("/subscriptions/" + id).then().body("destination.kind", is("slack"));
    }

    private static String header(Receiver.Received message) {
        return message.json().at("/blocks/0/text/text").asText();
    }

    private void plan(String changeId) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        planner.classified(change(changeId).platform(platform).build()));
    }

    private String subscribe(String kind, Receiver receiver) {
        String path = "/hook/" + UUID.randomUUID();
        site.on(path, receiver);
        return service()
                .body(Map.of(
                        "name",
                        "Legal",
                        "destination",
                        Map.of("kind", kind, "url", site.url(path)),
                        "filter",
                        Map.of("platforms", List.of(platform))))
                .post("/subscriptions")
                .jsonPath()
                .getString("id");
    }

    private String state(String id) {
        String state = delivery(id).getString("state");
        return state == null ? "" : state;
    }

    private JsonPath delivery(String id) {
        return service()
                .get("/deliveries/" + Ids.delivery(id, a, DeliveryPurpose.ALERT))
                .jsonPath();
    }

    private static RequestSpecification service() {
        return given().header("Authorization", "Bearer test-token").contentType("application/json");
    }
}
