package dev.clausewatch.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clausewatch.events.Limits;
import dev.clausewatch.events.Service;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The Dockerfile and the compose file as they are written: no image is built here. */
class ImagesTest {

    private static final String DOCKERFILE = Tool.text("deploy/images/Dockerfile");
    private static final JsonNode COMPOSE =
            Chart.parse(Tool.text("deploy/compose/compose.yaml")).getFirst();

    @Test
    void everyServiceHasAnImageOfItsModuleWithItsPorts() {
        for (Service service : Service.values()) {
            String stage = stage(service.label());
            String module = Files.isDirectory(Tool.project(service.label() + "/service"))
                    ? service.label() + "/service"
                    : service.label();
            assertTrue(stage.contains("COPY " + module + "/target/quarkus-app/lib /app/lib\n"), stage);
            assertTrue(stage.contains("EXPOSE " + service.port() + " " + service.managementPort()), stage);
        }
    }

    @Test
    void everyImageRunsAsNobodyAndEndsWhenMemoryRunsOut() {
        for (String name : List.of("base", "crawler-service-browser")) {
            assertTrue(stage(name).contains("USER 10001:10001\n"), name);
        }
        List<String> entrypoints = Pattern.compile("(?m)^ENTRYPOINT (.*)$")
                .matcher(DOCKERFILE)
                .results()
                .map(MatchResult::group)
                .toList();
        assertEquals(3, entrypoints.size());
        // The exec form, so that the process gets the signals.
        entrypoints.forEach(entrypoint ->
                assertTrue(entrypoint.startsWith("ENTRYPOINT [\"java\", \"-XX:+ExitOnOutOfMemoryError\""), entrypoint));
    }

    private static String stage(String name) {
        int begin = DOCKERFILE.indexOf(" AS " + name + "\n");
        int end = DOCKERFILE.indexOf("\nFROM ", begin);
        return DOCKERFILE.substring(begin, end < 0 ? DOCKERFILE.length() : end + 1);
    }

    @Test
    void composeRunsEveryServiceWithADatabaseOfItsOwn() {
        Set<String> databases = new TreeSet<>();
        for (Service service : Service.values()) {
            JsonNode declared = COMPOSE.path("services").path(service.label());
            String user = declared.at("/environment/DATABASE_USER").asText();
            assertEquals(
                    "jdbc:postgresql://postgres:5432/" + user,
                    declared.at("/environment/DATABASE_URL").asText());
            assertTrue(declared.path("image").asText().startsWith("clausewatch-" + service.label()));
            databases.add(user);
        }
        String script = Tool.text("deploy/compose/databases.sh");
        String made =
                script.substring(script.indexOf("for name in ") + "for name in ".length(), script.indexOf("; do"));
        assertEquals(databases, Arrays.stream(made.split(" ", -1)).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void librariesThatAreUnpackedCanBeLoadedInCompose() {
        // Docker mounts a tmpfs without "exec", and then neither zstd nor ONNX Runtime starts.
        List<JsonNode> mounts = COMPOSE.findValues("tmpfs");
        assertEquals(COMPOSE.findValues("read_only").size(), mounts.size());
        for (JsonNode mount : mounts) {
            assertEquals(List.of("/tmp:exec,mode=1777"), Chart.texts(mount));
        }
    }

    @Test
    void composeLetsAServiceStopAsLongAsTheChartDoes() {
        JsonNode pod = Chart.pod(Chart.Values.LEAST.chart().all("Deployment").getFirst());
        assertEquals(
                pod.path("terminationGracePeriodSeconds").asInt() + "s",
                COMPOSE.at("/x-service/stop_grace_period").asText());
    }

    @Test
    void theBrokerOfComposeTakesWhatTheContractAllows() {
        JsonNode settings = COMPOSE.at("/services/kafka/environment");
        assertEquals(
                Limits.RECORD_BYTES, settings.path("KAFKA_MESSAGE_MAX_BYTES").asInt());
        assertEquals(
                Limits.RECORD_BYTES,
                settings.path("KAFKA_REPLICA_FETCH_MAX_BYTES").asInt());
        assertEquals("false", settings.path("KAFKA_AUTO_CREATE_TOPICS_ENABLE").asText());
    }
}
