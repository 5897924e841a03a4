package dev.clausewatch.endtoend;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clausewatch.events.Service;
import dev.clausewatch.events.Topic;
import dev.clausewatch.local.Gateway;
import dev.clausewatch.local.Part;
import dev.clausewatch.servers.Page;
import dev.clausewatch.servers.Ports;
import dev.clausewatch.servers.SiteServer;
import dev.clausewatch.testing.KafkaProbe;
import dev.clausewatch.testing.site.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is wrong is said clearly to whoever can mend it, and the rest goes on. */
class BadInputTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String GOOD_PAGE =
            "<html><body><main><h1>Terms</h1><p>You must pay a fee of 5 euros each month.</p></main></body></html>";

    private final RunningStack running = RunningStack.get();
    private final Gateway gateway = running.gateway();

    @Test
    void aBrokenDeclarationIsRefusedWithItsField() {
        assertRefused(
                "422",
                "fetch",
                () -> gateway.put(
                        "/declarations/Broken",
                        Map.of("name", "Broken", "terms", Map.of("Terms of Service", Map.of()))));
    }

    @Test
    void anUnknownSelectorIsNamedInTheDocumentsHealth() throws IOException {
        try (SiteServer site = SiteServer.start().on("/terms", new Page(GOOD_PAGE))) {
            watch("Selectless", site.url("/terms"), "#not-there");
            assertTrue(failure("selectless/terms-of-service", "select-no-match").contains("#not-there"));
        }
    }

    @Test
    void anUnreachableSiteIsNamedInTheDocumentsHealth() throws IOException {
        int nobodyListens = Ports.free(1).get(0);
        watch("Unreachable", "http://127.0.0.1:" + nobodyListens + "/terms", "main");
        String detail = failure("unreachable/terms-of-service", "unreachable");
        assertTrue(detail.contains("127.0.0.1"), detail);
    }

    @Test
    void aPageOfTwentyMegabytesIsRefused() throws IOException {
        byte[] large = ("<html><body><main>" + "<p>Terms.</p>".repeat(1_600_000) + "</main></body></html>")
                .getBytes(StandardCharsets.UTF_8);
        try (SiteServer site = SiteServer.start().on("/terms", new Bytes("text/html", ByteBuffer.wrap(large)))) {
            watch("Largeland", site.url("/terms"), "main");
            failure("largeland/terms-of-service", "too-large");
        }
    }

    @Test
    void aBadSubscriptionAddressIsRefusedWithItsField() {
        assertRefused(
                "422",
                "url",
                () -> gateway.post(
                        "/subscriptions", Map.of("name", "Bad", "url", "ftp://example.org/x", "filter", Map.of())));
    }

    @Test
    void aMisspeltFilterIsRefusedRatherThanLettingEverythingThrough() {
        assertRefused(
                "400",
                "filters",
                () -> gateway.post(
                        "/subscriptions", Map.of("name", "Typo", "url", "http://127.0.0.1:9/x", "filters", Map.of())));
    }

    @Test
    void aWrongKeyIsToldWhatToSend() {
        Gateway stranger = new Gateway(running.stack.url(Part.GATEWAY), "cw_wrong");
        assertRefused("401", "Authorization", () -> stranger.get("/changes"));
    }

    @Test
    void anEventThatIsNotJsonBecomesADeadLetterAndTheRestGoesOn() throws IOException {
        try (KafkaProbe probe = new KafkaProbe(running.stack.bootstrapServers());
                SiteServer site = SiteServer.start().on("/terms", new Page(GOOD_PAGE))) {
            for (Topic topic : List.of(Topic.CAPTURES, Topic.CHANGES, Topic.CLASSIFICATIONS)) {
                probe.publishRaw(topic, "poison", "<html>not JSON</html>".getBytes(StandardCharsets.UTF_8));
            }
            watch("Afterwards", site.url("/terms"), "main");
            await("the first version")
                    .atMost(PATIENCE)
                    // Before the document is known, it is refused.
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> !gateway.get("/changes?document=afterwards/terms-of-service")
                            .path("items")
                            .isEmpty());
            await("dead letters").atMost(PATIENCE).untilAsserted(() -> {
                assertEquals(1, probe.deadLetters(Topic.CAPTURES, Service.DIFF).size());
                assertEquals(
                        1, probe.deadLetters(Topic.CHANGES, Service.CLASSIFIER).size());
                assertEquals(
                        1,
                        probe.deadLetters(Topic.CLASSIFICATIONS, Service.ALERT).size());
            });
        }
    }

    private interface Request {
        JsonNode send() throws IOException;
    }

    private static void assertRefused(String status, String field, Request request) {
        String answer =
                String.valueOf(assertThrows(IOException.class, request::send).getMessage());
        assertTrue(answer.contains("answered " + status) && answer.contains(field), answer);
    }

    private void watch(String platform, String url, String select) throws IOException {
        gateway.put(
                "/declarations/" + platform,
                Map.of(
                        "name",
                        platform,
                        "terms",
                        Map.of("Terms of Service", Map.of("fetch", url, "select", select, "cadence", "PT2S"))));
    }

    /** The detail of a document's failure, once it has this reason. */
    private String failure(String document, String reason) {
        await(reason)
                .atMost(PATIENCE)
                .ignoreException(IOException.class)
                .until(() -> gateway.get("/documents/" + document).toString().contains(reason));
        try {
            return gateway.get("/documents/" + document).toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
