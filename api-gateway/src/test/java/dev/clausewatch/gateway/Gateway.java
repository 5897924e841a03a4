package dev.clausewatch.gateway;

import static io.restassured.RestAssured.given;

import dev.clausewatch.testing.KafkaProbe;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** The gateway as its users meet it. */
public final class Gateway {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Gateway() {}

    /** The key that was made at the first start. */
    public static String firstKey() {
        try {
            return Files.readString(Path.of("target/first-key")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A request with a key. */
    public static RequestSpecification with(String key) {
        // Addresses in tests are encoded as they stand.
        return given().urlEncodingEnabled(false).header("Authorization", "Bearer " + key);
    }

    /** A request with the first key. */
    public static RequestSpecification signed() {
        return with(firstKey());
    }

    /** The JSON at an address. */
    public static JsonPath json(String path) {
        return signed().get(path).jsonPath();
    }

    /** Publishes what was told and waits until the read model has read it all. */
    public static void tell(List<Story.Told> story) {
        try (KafkaProbe probe = new KafkaProbe()) {
            story.forEach(told -> probe.publish(told.topic(), told.event()));
        }
        awaitReadModel();
    }

    /** Waits until the read model has read everything. */
    public static void awaitReadModel() {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> {
            JsonPath state = json("/api/v1/admin/read-model");
            return !state.getBoolean("rebuilding")
                    && state.getList("topics.lag", Long.class).stream().allMatch(lag -> lag != null && lag == 0);
        });
    }
}
