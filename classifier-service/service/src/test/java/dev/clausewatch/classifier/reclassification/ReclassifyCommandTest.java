package dev.clausewatch.classifier.reclassification;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.clausewatch.classifier.assess.Classifier;
import dev.clausewatch.cli.Clausewatch;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.Topic;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.testing.CanonicalEvents;
import dev.clausewatch.testing.KafkaProbe;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command against the service, with a server between that passes requests on as the gateway does. */
@QuarkusTest
@WithKafka
@WithPostgres
@SuppressWarnings("NullAway.Init")
class ReclassifyCommandTest {

    private static final String ADMIN = "/api/v1/admin/reclassification";

    @TestHTTPResource
    URI service;

    @TempDir
    Path folder;

    @Inject
    Database database;

    @Inject
    Classifier classifier;

    private HttpServer gateway;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(folder.resolve(".clausewatch"));
        Files.writeString(folder.resolve(".clausewatch/api-key"), "test-key\n");
        System.setProperty("clausewatch.home", folder.toString());
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext(ADMIN, this::pass);
        gateway.start();
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
        System.clearProperty("clausewatch.home");
    }

    @Test
    void saysWhatWouldChangeThenChangesItAndReportsIt() throws IOException {
        String changeId = changeOfRulesThatSawNoSeverity("command");

        assertEquals(0, reclassify("--dry-run"));
        assertTrue(out.toString().contains(changeId + ": severity LOW -> HIGH"), out::toString);
        assertTrue(out.toString().contains("reclassify: would-be="), out::toString);
        assertEquals(1, pending(changeId));
        assertSaysTheSameToPrograms("wouldBe", changeId, "--dry-run");

        assertEquals(0, reclassify());
        assertTrue(out.toString().contains(changeId + ": severity LOW -> HIGH"), out::toString);
        assertTrue(out.toString().contains("reclassify: reclassified="), out::toString);
        assertEquals(0, pending(changeId));
        assertSaysTheSameToPrograms("reclassified", changeId);
    }

    @Test
    void aProgramGetsNoHalfOfAReport() {
        changeOfRulesThatSawNoSeverity("half");
        gateway.createContext(ADMIN + "/changes", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        assertEquals(1, reclassify("--json"));
        assertEquals("", out.toString());
        assertTrue(err.toString().contains("The installation answered 503."), err::toString);
    }

    /** Compares with the text that was printed last. */
    private void assertSaysTheSameToPrograms(String first, String changeId, String... options) throws IOException {
        String text = out.toString();
        assertEquals(
                0,
                reclassify(
                        Stream.concat(Stream.of(options), Stream.of("--json")).toArray(String[]::new)));
        JsonNode json = new JsonMapper().readTree(out.toString());
        List<String> keys = new ArrayList<>();
        json.fieldNames().forEachRemaining(keys::add);
        assertEquals(
                List.of(
                        first,
                        "different",
                        "types",
                        "materiality",
                        "severity",
                        "tooLarge",
                        "differences",
                        "tooLargeChanges"),
                keys);
        assertEquals(
                "reclassify: %s=%d different=%d types=%d materiality=%d severity=%d too-large=%d"
                        .formatted(
                                first.equals("wouldBe") ? "would-be" : first,
                                json.path(first).asInt(),
                                json.path("different").asInt(),
                                json.path("types").asInt(),
                                json.path("materiality").asInt(),
                                json.path("severity").asInt(),
                                json.path("tooLarge").asInt()),
                text.lines().toList().getLast());
        assertEquals(text.lines().count() - 1, json.path("differences").size(), json::toString);
        JsonNode difference = StreamSupport.stream(json.path("differences").spliterator(), false)
                .filter(one -> one.path("change").asText().equals(changeId))
                .findFirst()
                .orElseThrow();
        assertEquals("LOW", difference.at("/before/severity").asText());
        assertEquals("HIGH", difference.at("/after/severity").asText());
        assertEquals(difference.at("/before/types"), difference.at("/after/types"));
    }

    /** A change as another rule set would have left it. */
    private String changeOfRulesThatSawNoSeverity(String name) {
        ChangeDetected change =
                CanonicalEvents.changeDetected(CanonicalEvents.document("reclassify/" + name), "c-" + name);
        try (KafkaProbe probe = new KafkaProbe()) {
            probe.publish(Topic.CHANGES, CanonicalEvents.event(change));
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> present(change.changeId()) == 1);
        QuarkusTransaction.requiringNew()
                .run(() -> database.sql("""
                        update classification set ruleset_version = 'before', data = convert_to(replace(replace(
                            convert_from(data, 'UTF8'), :version, 'before'), '"severity":"HIGH"', '"severity":"LOW"'), 'UTF8')
                        where change_id = :changeId""")
                        .bind("version", classifier.ruleset().version())
                        .bind("changeId", change.changeId())
                        .update());
        return change.changeId();
    }

    private long present(String changeId) {
        return count("select count(*) as n from classification where present and change_id = :changeId", changeId);
    }

    private long pending(String changeId) {
        return count(
                "select count(*) as n from classification where present and change_id = :changeId and ruleset_version = 'before'",
                changeId);
    }

    private long count(String sql, String changeId) {
        return database.sql(sql).bind("changeId", changeId).first(Long.class).orElseThrow();
    }

    private int reclassify(String... options) {
        out.getBuffer().setLength(0);
        CommandLine command = Clausewatch.commandLine();
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(err));
        String[] arguments = new String[options.length + 3];
        arguments[0] = "reclassify";
        arguments[1] = "--api";
        arguments[2] = "http://127.0.0.1:" + gateway.getAddress().getPort();
        System.arraycopy(options, 0, arguments, 3, options.length);
        return command.execute(arguments);
    }

    private void pass(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestURI().toString().replace(ADMIN, "/reclassification");
        HttpRequest request = HttpRequest.newBuilder(service.resolve(target))
                .header("Authorization", "Bearer test-token")
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.noBody())
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            exchange.sendResponseHeaders(response.statusCode(), response.body().length);
            exchange.getResponseBody().write(response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }
}
