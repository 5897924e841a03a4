package dev.clausewatch.alert.planning;

import static dev.clausewatch.alert.Changes.change;
import static dev.clausewatch.alert.Changes.settled;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.standardwebhooks.Webhook;
import dev.clausewatch.alert.Changes;
import dev.clausewatch.alert.MatchingPlanner;
import dev.clausewatch.alert.Receiver;
import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.DeliveryPurpose;
import dev.clausewatch.events.Direction;
import dev.clausewatch.events.Event;
import dev.clausewatch.events.Ids;
import dev.clausewatch.events.Service;
import dev.clausewatch.events.Settlement;
import dev.clausewatch.events.SettlementOutcome;
import dev.clausewatch.events.Topic;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.servers.SiteServer;
import dev.clausewatch.testing.CanonicalEvents;
import dev.clausewatch.testing.KafkaProbe;
import dev.clausewatch.testing.PoisonRecords;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithKafka
@WithPostgres
class AlertFlowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static SiteServer site;
    private static KafkaProbe kafka;

    @Inject
    MatchingPlanner teller;

    @Inject
    Database database;

    private String platform;
    private String a;
    private String b;

    private record Subscriber(String id, String secret, Receiver receiver) {}

    @BeforeAll
    static void start() throws IOException {
        site = SiteServer.start();
        kafka = new KafkaProbe();
    }

    @AfterAll
    static void stop() {
        kafka.close();
        site.close();
    }

    @BeforeEach
    void name() {
        platform = "Platform " + UUID.randomUUID();
        a = "a-" + UUID.randomUUID();
        b = "b-" + UUID.randomUUID();
    }

    @Test
    void aClassifiedChangeReachesItsSubscriberOnceHoweverOftenItIsRead() {
        Subscriber told = subscriber();
        publish(mine(a), mine(a));
        publish(mine(b));

        await().atMost(PATIENCE).until(() -> told.receiver().told().contains("change.alerted " + b));

        assertEquals(
                1,
                told.receiver().told().stream()
                        .filter(("change.alerted " + a)::equals)
                        .count());
        Receiver.Received first = told.receiver().received().getFirst();
        assertEquals(Ids.delivery(told.id(), first.changeId(), DeliveryPurpose.ALERT), first.id());
        assertDoesNotThrow(() -> new Webhook(told.secret()).verify(first.body(), first.headers()));
        assertEquals(
                "https://clausewatch.example/changes/" + first.changeId(),
                first.json().at("/data/change/url").asText());
        awaitEvents(told, 2);
        assertEquals(List.of("DELIVERY_SUCCEEDED", "DELIVERY_SUCCEEDED"), events(told));
    }

    @Test
    void whoSubscribesLaterIsNotToldOfEarlierChanges() {
        Subscriber early = subscriber();
        publish(mine(a));
        await().atMost(PATIENCE).until(() -> early.receiver().told().size() == 1);

        Subscriber late = subscriber();
        publish(mine(a), mine(b));
        await().atMost(PATIENCE).until(() -> late.receiver().told().size() == 1);

        assertEquals(List.of("change.alerted " + b), late.receiver().told());
    }

    @Test
    void whoAsksForWhatGetsWorseHearsOfNothingElse() {
        Subscriber told = subscriber(Map.of("platforms", List.of(platform), "directions", List.of("worse")));
        String better = "c-" + UUID.randomUUID();
        publish(mine(better).direction(Direction.BETTER), mine(a).direction(Direction.WORSE), mine("unclear-" + b));
        publish(mine(b).direction(Direction.WORSE));

        await().atMost(PATIENCE).until(() -> told.receiver().told().size() >= 2);

        assertEquals(
                Set.of("change.alerted " + a, "change.alerted " + b),
                Set.copyOf(told.receiver().told()));
    }

    @Test
    void aFilterHoldsFromTheNextChangeOn() {
        Subscriber told = subscriber(Map.of("platforms", List.of(platform), "words", "\"compete again\""));
        publish(mine(a));
        awaitPlanned(a);
        service()
                .body(Map.of("filter", Map.of("words", "compete")))
                .patch("/subscriptions/" + told.id())
                .then()
                .statusCode(200);
        publish(mine(b));

        await().atMost(PATIENCE).until(() -> told.receiver().told().contains("change.alerted " + b));

        assertEquals(List.of("change.alerted " + b), told.receiver().told());
    }

    private void awaitPlanned(String changeId) {
        await().atMost(PATIENCE)
                .until(() -> database.sql("select count(*) from handled_change where change_id = :id")
                                .bind("id", changeId)
                                .one(Long.class)
                        == 1);
    }

    @Test
    void aPendingChangeIsToldWhenConfirmedAndNeverWhenWithdrawn() {
        Subscriber told = subscriber();
        Changes waiting = change(a).platform(platform).settlement(Settlement.PENDING);
        Changes withdrawn = change(b).platform(platform).settlement(Settlement.PENDING);
        publish(waiting, withdrawn);
        publish(CanonicalEvents.event(settled(b, SettlementOutcome.WITHDRAWN)));
        publish(CanonicalEvents.event(settled(b, SettlementOutcome.CONFIRMED)));
        publish(CanonicalEvents.event(settled(a, SettlementOutcome.CONFIRMED)));

        await().atMost(PATIENCE).until(() -> !told.receiver().told().isEmpty());

        assertEquals(List.of("change.alerted " + a), told.receiver().told());
    }

    @Test
    void aRetractionGoesToExactlyThoseWhoWereTold() {
        Subscriber told = subscriber();
        Subscriber refusing = subscriber(500, 500, 500);
        publish(mine(a));
        await().atMost(PATIENCE).until(() -> state(refusing, a).equals("EXHAUSTED"));
        await().atMost(PATIENCE).until(() -> state(told, a).equals("DELIVERED"));
        Subscriber late = subscriber();

        publish(change(b).platform(platform).reverting(a));
        await().atMost(PATIENCE).until(() -> told.receiver().told().size() == 2);
        String fence = "c-" + UUID.randomUUID();
        publish(mine(fence));
        await().atMost(PATIENCE)
                .until(() -> late.receiver().told().size() == 1
                        && refusing.receiver().told().size() == 4);

        assertEquals("change.retracted " + a, told.receiver().told().get(1));
        Receiver.Received retraction = told.receiver().received().get(1);
        assertEquals(
                Ids.delivery(told.id(), a, DeliveryPurpose.ALERT),
                retraction.json().at("/data/retracts").asText());
        assertEquals(List.of("change.alerted " + fence), late.receiver().told());
        assertEquals(
                List.of("change.alerted " + fence), refusing.receiver().told().subList(3, 4));
    }

    @Test
    void whoeverWasToldThatAChangeIsGoneHearsThatItHoldsAfterAll() {
        Subscriber told = subscriber();
        publish(mine(a));
        await().atMost(PATIENCE).until(() -> state(told, a).equals("DELIVERED"));
        publish(change(b).platform(platform).reverting(a));
        await().atMost(PATIENCE).until(() -> told.receiver().told().size() == 2);
        Subscriber late = subscriber();
        String again = "c-" + UUID.randomUUID();

        publish(change(again).platform(platform).reinstating(a));
        publish(CanonicalEvents.event(settled(again, SettlementOutcome.CONFIRMED)));
        publish(CanonicalEvents.event(settled(again, SettlementOutcome.CONFIRMED)));
        await().atMost(PATIENCE).until(() -> told.receiver().told().size() == 3);
        String fence = "c-" + UUID.randomUUID();
        publish(mine(fence));
        await().atMost(PATIENCE)
                .until(() -> told.receiver().told().size() == 4
                        && !late.receiver().told().isEmpty());

        assertEquals("change.reinstated " + a, told.receiver().told().get(2));
        awaitEvents(told, 4);
        assertEquals(
                List.of(
                        DeliveryPurpose.ALERT,
                        DeliveryPurpose.RETRACTION,
                        DeliveryPurpose.REINSTATEMENT,
                        DeliveryPurpose.ALERT),
                purposes(told));
        Receiver.Received reinstatement = told.receiver().received().get(2);
        assertEquals(
                Ids.delivery(told.id(), a, DeliveryPurpose.ALERT),
                reinstatement.json().at("/data/reinstates").asText());
        assertEquals(List.of("change.alerted " + fence), late.receiver().told());
    }

    @Test
    void aRetractionThatWasNotSentYetIsCancelledWhenTheChangeHoldsAfterAll() {
        Subscriber told = subscriber();
        publish(mine(a));
        await().atMost(PATIENCE).until(() -> state(told, a).equals("DELIVERED"));
        String again = "c-" + UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            teller.classified(change(b).platform(platform).reverting(a).build());
            teller.classified(change(again).platform(platform).reinstating(a).build());
            teller.settled(settled(again, SettlementOutcome.CONFIRMED));
        });
        String fence = "c-" + UUID.randomUUID();
        publish(mine(fence));

        await().atMost(PATIENCE).until(() -> told.receiver().told().size() == 2);
        assertEquals(
                List.of("change.alerted " + a, "change.alerted " + fence),
                told.receiver().told());
    }

    @Test
    void anAlertThatWasNotSentYetIsCancelledAndNotRetracted() {
        Subscriber told = subscriber();
        QuarkusTransaction.requiringNew().run(() -> {
            teller.classified(mine(a).build());
            teller.classified(change(b).platform(platform).reverting(a).build());
        });
        String fence = "c-" + UUID.randomUUID();
        publish(mine(fence));

        await().atMost(PATIENCE).until(() -> !told.receiver().told().isEmpty());

        assertEquals(List.of("change.alerted " + fence), told.receiver().told());
        assertEquals("CANCELLED", state(told, a));
        service()
                .post("/deliveries/" + Ids.delivery(told.id(), a, DeliveryPurpose.ALERT) + "/redeliver")
                .then()
                .statusCode(409);
    }

    @Test
    void aRefusedDeliveryIsRetriedWithTheSameIdAndKeptInTheLedger() {
        Subscriber told = subscriber(500);
        publish(mine(a));

        await().atMost(PATIENCE).until(() -> state(told, a).equals("DELIVERED"));

        assertEquals(
                1,
                told.receiver().received().stream()
                        .map(Receiver.Received::id)
                        .distinct()
                        .count());
        JsonPath delivery = delivery(told, a);
        assertEquals(List.of(500, 204), delivery.getList("attempts.status"));
        assertEquals("http-error", delivery.getString("attempts[0].reason"));
        awaitEvents(told, 2);
        assertEquals(List.of("DELIVERY_FAILED", "DELIVERY_SUCCEEDED"), events(told));
    }

    @Test
    void anExhaustedDeliveryCanBeSentAgainByHand() {
        Subscriber told = subscriber(500, 301, 503);
        publish(mine(a));
        await().atMost(PATIENCE).until(() -> state(told, a).equals("EXHAUSTED"));
        awaitEvents(told, 3);
        assertEquals("DELIVERY_EXHAUSTED", events(told).getLast());

        service()
                .post("/deliveries/" + Ids.delivery(told.id(), a, DeliveryPurpose.ALERT) + "/redeliver")
                .then()
                .statusCode(202);

        await().atMost(PATIENCE).until(() -> state(told, a).equals("DELIVERED"));
        assertEquals(4, delivery(told, a).getInt("attemptCount"));
    }

    @Test
    void aReceiverThatIsGoneEndsItsSubscription() {
        Subscriber told = subscriber(410);
        publish(mine(a));

        await().atMost(PATIENCE).until(() -> state(told, a).equals("EXHAUSTED"));

        JsonPath subscription = service().get("/subscriptions/" + told.id()).jsonPath();
        assertEquals(false, subscription.getBoolean("active"));
        assertEquals("gone", subscription.getString("inactiveReason"));
        assertEquals("gone", delivery(told, a).getString("lastReason"));
    }

    @Test
    void whatAPausedSubscriptionHadComingIsSentWhenItGoesOn() {
        Subscriber told = subscriber();
        QuarkusTransaction.requiringNew().run(() -> teller.classified(mine(a).build()));
        await().atMost(PATIENCE).until(() -> state(told, a).equals("DELIVERED"));
        service()
                .body("{\"active\": false}")
                .patch("/subscriptions/" + told.id())
                .then()
                .statusCode(200);
        publish(change(b).platform(platform).reverting(a));
        await().atMost(PATIENCE)
                .until(() -> service()
                                .get("/deliveries/" + Ids.delivery(told.id(), a, DeliveryPurpose.RETRACTION))
                                .statusCode()
                        == 200);
        assertEquals(1, told.receiver().told().size());

        service()
                .body("{\"active\": true}")
                .patch("/subscriptions/" + told.id())
                .then()
                .statusCode(200);

        await().atMost(PATIENCE).until(() -> told.receiver().told().contains("change.retracted " + a));
    }

    @Test
    void whileASecretIsRotatedBothVerify() {
        Subscriber told = subscriber();
        String fresh = service()
                .post("/subscriptions/" + told.id() + "/rotate-secret")
                .jsonPath()
                .getString("secret");
        service().post("/subscriptions/" + told.id() + "/test").then().statusCode(202);

        await().atMost(PATIENCE).until(() -> !told.receiver().received().isEmpty());

        Receiver.Received test = told.receiver().received().getFirst();
        assertEquals("webhook.test", test.type());
        assertDoesNotThrow(() -> new Webhook(told.secret()).verify(test.body(), test.headers()));
        assertDoesNotThrow(() -> new Webhook(fresh).verify(test.body(), test.headers()));
    }

    @Test
    void whatIsNoEventBecomesADeadLetterAndTheNextGoesOn() {
        Subscriber told = subscriber();
        ChangeClassified classified = mine(a).build();
        kafka.publishRaw(Topic.CLASSIFICATIONS, classified.key(), "no json".getBytes(StandardCharsets.UTF_8));
        publish(mine(a));

        await().atMost(PATIENCE).until(() -> !told.receiver().told().isEmpty());

        assertTrue(kafka.deadLetters(Topic.CLASSIFICATIONS, Service.ALERT).stream()
                .anyMatch(letter -> new String(letter.value(), StandardCharsets.UTF_8).equals("no json")));
    }

    @Test
    void aPoisonRecordOnEveryTopicFindsItsDeadLetterTopic() {
        PoisonRecords poison = new PoisonRecords(kafka, Service.ALERT);
        poison.publish();
        await().atMost(PATIENCE).until(() -> poison.unburied().isEmpty());
    }

    private Changes mine(String changeId) {
        return change(changeId).platform(platform);
    }

    private Subscriber subscriber(Integer... answers) {
        return subscriber(Map.of("platforms", List.of(platform)), answers);
    }

    private static Subscriber subscriber(Map<String, ?> filter, Integer... answers) {
        Receiver receiver = new Receiver(answers);
        String path = "/hook/" + UUID.randomUUID();
        site.on(path, receiver);
        JsonPath made = service()
                .body(Map.of("name", "Legal", "url", site.url(path), "filter", filter))
                .post("/subscriptions")
                .jsonPath();
        return new Subscriber(made.getString("id"), made.getString("secret"), receiver);
    }

    private static void publish(Changes... changes) {
        for (Changes one : changes) {
            publish(CanonicalEvents.event(one.build()));
        }
    }

    private static void publish(Event event) {
        kafka.publish(Topic.CLASSIFICATIONS, event);
    }

    private void awaitEvents(Subscriber subscriber, int count) {
        await().atMost(PATIENCE).until(() -> events(subscriber).size() >= count);
    }

    private List<String> events(Subscriber subscriber) {
        return database.sql("select event_type from event_log where event_key = :id order by position")
                .bind("id", subscriber.id())
                .list(String.class);
    }

    private List<DeliveryPurpose> purposes(Subscriber subscriber) {
        return database.sql("select convert_from(data, 'UTF8')::json #>> '{attempt,purpose}' as purpose from event_log"
                        + " where event_key = :id order by position")
                .bind("id", subscriber.id())
                .list(row -> row.getColumn("purpose", DeliveryPurpose.class));
    }

    private static String state(Subscriber subscriber, String changeId) {
        String state = delivery(subscriber, changeId).getString("state");
        return state == null ? "" : state;
    }

    private static JsonPath delivery(Subscriber subscriber, String changeId) {
        return service()
                .get("/deliveries/" + Ids.delivery(subscriber.id(), changeId, DeliveryPurpose.ALERT))
                .jsonPath();
    }

    private static RequestSpecification service() {
        return given().header("Authorization", "Bearer test-token").contentType("application/json");
    }
}
