package dev.clausewatch.crawler;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import dev.clausewatch.events.Event;
import dev.clausewatch.events.EventData;
import dev.clausewatch.events.Topic;
import dev.clausewatch.testing.KafkaProbe;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import org.hamcrest.Matcher;

/** The service under test, as its users see it: its API and its topics. */
final class Crawler implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final KafkaProbe probe = new KafkaProbe();

    static RequestSpecification api() {
        return given().header("Authorization", "Bearer test-token").contentType(ContentType.JSON);
    }

    /** Declares one terms type, {@code Terms of Service}, that is captured once a day or when asked. */
    static void declare(String name, String fields) {
        api().body("{\"name\": \"%s\", \"cadence\": \"P1D\", \"terms\": {\"Terms of Service\": {%s}}}"
                        .formatted(name, fields))
                .put("/declarations/" + name)
                .then()
                .statusCode(200);
    }

    static String id(String name) {
        return name + "/terms-of-service";
    }

    static void capture(String name) {
        api().body("{\"documentId\": \"" + id(name) + "\"}")
                .post("/captures")
                .then()
                .statusCode(202);
    }

    static JsonPath document(String name) {
        return api().get("/documents/one?id=" + id(name)).jsonPath();
    }

    List<EventData> published(Topic topic, String name) {
        return probe.events(topic, id(name)).stream().map(Event::data).toList();
    }

    <T extends EventData> List<T> captures(String name, Class<T> type) {
        return published(Topic.CAPTURES, name).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** Waits until so many events of a type are published, and returns them. */
    <T extends EventData> List<T> awaitCaptures(String name, Class<T> type, Matcher<? super List<T>> enough) {
        return await().atMost(PATIENCE).until(() -> captures(name, type), enough::matches);
    }

    @Override
    public void close() {
        probe.close();
    }
}
