package dev.clausewatch.classifier.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.testing.ModelServer;
import dev.clausewatch.testing.ModelServer.Reply;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatEndpointTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private static String ask(ModelServer server, Duration timeout) {
        return new ChatEndpoint(server.url(), "test-model", "secret-key", timeout).ask("Read this.", "A clause.", 50);
    }

    private static NoAnswerException noAnswer(Reply reply, Duration timeout) {
        try (ModelServer server = new ModelServer(asked -> reply)) {
            return assertThrows(NoAnswerException.class, () -> ask(server, timeout));
        }
    }

    @Test
    void asksAtTemperatureZeroAndGivesTheWords() {
        try (ModelServer server = new ModelServer(asked -> new Reply.Says(" {\"types\": []}\n"))) {
            assertEquals("{\"types\": []}", ask(server, LONG));
            ModelServer.Asked asked = server.asked().getFirst();
            assertEquals("Read this.", asked.instructions());
            assertEquals("A clause.", asked.material());
            assertEquals("test-model", asked.body().path("model").asText());
            assertEquals(0, asked.body().path("temperature").asDouble(1));
            assertEquals(50, asked.body().path("max_tokens").asInt());
        }
    }

    @Test
    void anAnswerThatBreaksOffIsNotWaitedFor() {
        assertEquals(
                "timed-out", noAnswer(new Reply.Hangs(), Duration.ofMillis(200)).reason());
    }

    @Test
    void aRefusalIsNoAnswerAndItsBodyIsNotTold() {
        NoAnswerException refused = noAnswer(new Reply.Sends(401, "{\"error\": \"secret-key is unknown\"}"), LONG);
        assertEquals("failed", refused.reason());
        assertTrue(String.valueOf(refused.getMessage()).contains("401"), refused.getMessage());
        assertFalse(String.valueOf(refused.getMessage()).contains("secret"), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "{}", "{\"choices\": []}", "[1", ""})
    void whatIsNoCompletionIsNoAnswer(String body) {
        assertEquals("failed", noAnswer(new Reply.Sends(200, body), LONG).reason());
    }

    @Test
    void moreThanAnAnswerCanHaveIsNotRead() {
        NoAnswerException huge = noAnswer(new Reply.Says("x".repeat(1024 * 1024)), LONG);
        assertEquals("failed", huge.reason());
        assertTrue(String.valueOf(huge.getMessage()).contains("bytes"), huge.getMessage());
    }

    @Test
    void aServerThatIsAwayIsNoAnswer() {
        URI gone;
        try (ModelServer server = new ModelServer(asked -> new Reply.Hangs())) {
            gone = server.url();
        }
        ChatEndpoint endpoint = new ChatEndpoint(gone, "test-model", null, LONG);
        assertEquals(
                "failed",
                assertThrows(NoAnswerException.class, () -> endpoint.ask("a", "b", 1))
                        .reason());
    }

    @Test
    void anAddressOfAnythingElseIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new ChatEndpoint(URI.create("file:///etc/passwd"), "test-model", null, LONG));
    }
}
