package dev.clausewatch.classifier.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.testing.ModelServer;
import dev.clausewatch.testing.ModelServer.Reply;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatEndpointTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final URI SOMEWHERE = URI.create("http://127.0.0.1:1/v1");

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

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "{}", "1", "' '"})
    void anAnswerWithoutWordsIsNoAnswer(String content) {
        String body =
                "{'choices': [{'message': {'content': %s}}]}".formatted(content).replace('\'', '"');
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

    @ParameterizedTest
    @ValueSource(ints = {400, 413, 422})
    void whatItWillNeverAnswerIsToldApart(int status) {
        NoAnswerException refused = noAnswer(new Reply.Sends(status, ""), LONG);
        assertInstanceOf(NoAnswerException.Refused.class, refused);
        assertEquals("refused", refused.reason());
    }

    @Test
    void anAnswerThatIsCutOffIsNone() {
        String cutOff = "{\"choices\": [{\"finish_reason\": \"length\", \"message\": {\"content\": \"{\"}}]}";
        assertEquals("refused", noAnswer(new Reply.Sends(200, cutOff), LONG).reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "http:host", "https:///v1", "https://me:secret@host/v1"})
    void anAddressOfAnythingElseIsRefused(String url) {
        IllegalArgumentException refused = refused(URI.create(url), null, LONG);
        assertTrue(String.valueOf(refused.getMessage()).startsWith("LANGUAGE_MODEL_URL "), refused.getMessage());
        assertFalse(String.valueOf(refused.getMessage()).contains("secret"), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT0.0001S", "PT2H"})
    void aTimeThatNoExchangeCanTakeIsRefused(Duration timeout) {
        IllegalArgumentException refused = refused(SOMEWHERE, null, timeout);
        assertTrue(String.valueOf(refused.getMessage()).startsWith("LANGUAGE_MODEL_TIMEOUT "), refused.getMessage());
    }

    private static IllegalArgumentException refused(URI url, @Nullable String key, Duration timeout) {
        return assertThrows(IllegalArgumentException.class, () -> new ChatEndpoint(url, "test-model", key, timeout));
    }

    @Test
    void blanksAroundTheKeyDoNoHarm() {
        try (ModelServer server = new ModelServer(asked -> new Reply.Says("Yes."))) {
            assertEquals("Yes.", new ChatEndpoint(server.url(), "test-model", "secret-key\r\n", LONG).ask("a", "b", 1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret\nkey", "secret key", "secret\u00e9"})
    void aKeyThatNoHeaderCanCarryIsRefusedWithoutSayingIt(String key) {
        IllegalArgumentException refused = refused(SOMEWHERE, key, LONG);
        assertTrue(String.valueOf(refused.getMessage()).startsWith("LANGUAGE_MODEL_KEY "), refused.getMessage());
        assertFalse(String.valueOf(refused.getMessage()).contains("secret"), refused.getMessage());
    }
}
