package dev.clausewatch.alert.planning;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.standardwebhooks.Webhook;
import dev.clausewatch.alert.Changes;
import dev.clausewatch.alert.Receiver;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.Event;
import dev.clausewatch.events.EventCodec;
import dev.clausewatch.events.EventData;
import dev.clausewatch.events.EventType;
import dev.clausewatch.events.Ids;
import dev.clausewatch.events.Service;
import dev.clausewatch.events.SourceDegraded;
import dev.clausewatch.events.SourceRecovered;
import dev.clausewatch.events.Topic;
import dev.clausewatch.servers.SiteServer;
import dev.clausewatch.testing.CanonicalEvents;
import dev.clausewatch.testing.KafkaProbe;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithKafka
@WithPostgres
class SourceHealthFlowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant SINCE = Instant.parse("2026-03-09T08:00:00Z");

    private static SiteServer site;
    private static KafkaProbe kafka;

    private String platform;

    private record Told(String id, String secret, Receiver receiver) {

        List<String> types() {
            return receiver.received().stream().map(Receiver.Received::type).toList();
        }
    }

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
    }

    @Test
    void whoAskedIsToldOnceHoweverOftenItIsReadAndWhoDidNotIsNot() {
        Told both = subscriber("changes", "source-health");
        Told health = subscriber("source-health");
        Told changes = subscriber("changes");
        Told usual = subscriber();
        Event degraded = degraded();
        publish(degraded, degraded, recovered());
        publishChange();

        await().atMost(PATIENCE)
                .until(() -> both.types().size() == 3
                        && health.types().size() == 2
                        && changes.types().size() == 1
                        && usual.types().size() == 1);

        assertEquals(List.of("change.alerted"), changes.types());
        assertEquals(List.of("change.alerted"), usual.types());
        assertEquals(
                List.of("source.degraded", "source.recovered"),
                health.types().stream().sorted().toList());
        Receiver.Received first = of(health, "source.degraded");
        assertEquals(Ids.event(EventType.SOURCE_DEGRADED, health.id(), degraded.id()), first.id());
        assertDoesNotThrow(() -> new Webhook(health.secret()).verify(first.body(), first.headers()));
        assertEquals("bot-wall", first.json().at("/data/reason").asText());
        assertEquals(SINCE.toString(), first.json().at("/data/failingSince").asText());
        assertEquals(
                first.json().at("/data/failingSince"),
                of(health, "source.recovered").json().at("/data/failingSince"));
        assertTrue(first.json().at("/data/url").asText().startsWith("https://clausewatch.example/documents?platform="));
    }

    @Test
    void areasAndSeverityAskForNothingHereAndTheOtherFiltersHold() {
        Told mine = subscriber(
                Map.of("platforms", List.of(platform), "areas", List.of("eu-ai-act"), "minSeverity", "HIGH"),
                "source-health");
        Told other =
                subscriber(Map.of("platforms", List.of(platform), "termsTypes", List.of("Imprint")), "source-health");
        publish(degraded(), recovered());

        await().atMost(PATIENCE).until(() -> mine.types().size() == 2);

        service().get("/subscriptions/" + other.id() + "/deliveries").then().body("items", hasSize(0));
    }

    @Test
    void whoSubscribesLaterIsNotToldOfWhatIsReadAgain() {
        Told early = subscriber("source-health");
        Event degraded = degraded();
        publish(degraded);
        await().atMost(PATIENCE).until(() -> early.types().size() == 1);

        Told late = subscriber("source-health");
        publish(degraded, recovered());
        await().atMost(PATIENCE).until(() -> !late.types().isEmpty());

        assertEquals(List.of("source.recovered"), late.types());
    }

    @Test
    void aRefusedMessageIsRetriedWithTheSameIdAndIsInTheLedger() {
        Told told = subscriber(Map.of("platforms", List.of(platform)), new Receiver(500), "source-health");
        Event degraded = degraded();
        publish(degraded);

        await().atMost(PATIENCE).until(() -> told.types().size() == 2);

        String id = Ids.event(EventType.SOURCE_DEGRADED, told.id(), degraded.id());
        await().atMost(PATIENCE)
                .until(() -> "DELIVERED"
                        .equals(service().get("/deliveries/" + id).jsonPath().getString("state")));
        JsonPath delivery = service().get("/deliveries/" + id).jsonPath();
        assertEquals("SOURCE_HEALTH", delivery.getString("purpose"));
        assertEquals(List.of(500, 204), delivery.getList("attempts.status"));
        service().post("/deliveries/" + id + "/redeliver").then().statusCode(202);
        await().atMost(PATIENCE).until(() -> told.types().size() == 3);
    }

    @Test
    void whatNobodyRemembersIsNotToldAgain() {
        Told told = subscriber("source-health");
        Event degraded = degraded();
        publish(new Event(degraded.id(), Instant.parse("1900-01-01T00:00:00Z"), degraded.source(), degraded.data()));
        publish(recovered());

        await().atMost(PATIENCE).until(() -> !told.types().isEmpty());

        assertEquals(List.of("source.recovered"), told.types());
    }

    @Test
    void textsArePassedOverUnread() {
        Told told = subscriber("source-health");
        Event snapshot = CanonicalEvents.event(CanonicalEvents.snapshotCaptured());
        // Of one key, so that what is unreadable is met before what is told.
        kafka.send(unreadable(EventType.SNAPSHOT_CAPTURED, snapshot));
        kafka.send(unreadable(EventType.SOURCE_DEGRADED, snapshot));
        publish(degraded());

        await().atMost(PATIENCE).until(() -> told.types().size() == 1);

        assertEquals(
                List.of(EventType.SOURCE_DEGRADED),
                kafka.deadLetters(Topic.CAPTURES, Service.ALERT).stream()
                        .filter(letter -> snapshot.data().key().equals(letter.key()))
                        .flatMap(letter -> EventCodec.type(letter).stream())
                        .toList());
    }

    private static ProducerRecord<String, byte[]> unreadable(EventType type, Event like) {
        return EventCodec.encode(
                Topic.CAPTURES,
                like.id(),
                type,
                like.source(),
                like.time(),
                like.data().key(),
                "no json".getBytes(StandardCharsets.UTF_8));
    }

    private Event degraded() {
        return event(new SourceDegraded(
                document(), "bot-wall", "A wall came instead.", SINCE, 3, SINCE.plus(Duration.ofHours(1))));
    }

    private Event recovered() {
        return event(new SourceRecovered(document(), SINCE, SINCE.plus(Duration.ofHours(2)), 3));
    }

    private DocumentRef document() {
        DocumentRef canonical = CanonicalEvents.changeClassified().document();
        return new DocumentRef(
                canonical.id(),
                platform,
                canonical.termsType(),
                canonical.language(),
                canonical.jurisdictions(),
                canonical.url());
    }

    private static Event event(EventData data) {
        return new Event("e-" + UUID.randomUUID(), SINCE, "/crawler-service", data);
    }

    private static void publish(Event... events) {
        for (Event event : events) {
            kafka.publish(Topic.CAPTURES, event);
        }
    }

    private void publishChange() {
        Changes change = Changes.change("a-" + UUID.randomUUID()).platform(platform);
        kafka.publish(Topic.CLASSIFICATIONS, CanonicalEvents.event(change.build()));
    }

    private static Receiver.Received of(Told told, String type) {
        return told.receiver().received().stream()
                .filter(one -> one.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private Told subscriber(String... events) {
        return subscriber(Map.of("platforms", List.of(platform)), events);
    }

    private static Told subscriber(Map<String, Object> filter, String... events) {
        return subscriber(filter, new Receiver(), events);
    }

    private static Told subscriber(Map<String, Object> filter, Receiver receiver, String... events) {
        String path = "/hook/" + UUID.randomUUID();
        site.on(path, receiver);
        Map<String, Object> wanted = events.length == 0
                ? Map.of("name", "Legal", "url", site.url(path), "filter", filter)
                : Map.of("name", "Legal", "url", site.url(path), "filter", filter, "events", List.of(events));
        JsonPath made = service().body(wanted).post("/subscriptions").jsonPath();
        return new Told(made.getString("id"), made.getString("secret"), receiver);
    }

    private static RequestSpecification service() {
        return given().header("Authorization", "Bearer test-token").contentType("application/json");
    }
}
