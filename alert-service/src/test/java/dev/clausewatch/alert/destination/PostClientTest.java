package dev.clausewatch.alert.destination;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.alert.destination.AttemptOutcome.Fault;
import dev.clausewatch.servers.SiteServer;
import dev.clausewatch.servers.Status;
import dev.clausewatch.testing.site.EndlessBody;
import dev.clausewatch.testing.site.NoAnswer;
import dev.clausewatch.testing.site.Redirect;
import dev.clausewatch.testing.site.SlowDrip;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostClientTest {

    private static final Duration TIMEOUT = Duration.ofMillis(500);

    private SiteServer receiver;
    private PostClient client;

    @BeforeEach
    void start() throws IOException {
        receiver = SiteServer.start();
        client = new PostClient(true, TIMEOUT, 4);
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        receiver.close();
    }

    @Test
    void anyTwoHundredIsAccepted() {
        receiver.on("/hook", new Status(204));

        assertEquals(
                new AttemptOutcome.Accepted(204), post(receiver.url("/hook")).outcome());
    }

    @Test
    void aRedirectIsARefusalAndNotFollowed() {
        receiver.on("/hook", new Redirect("/elsewhere")).on("/elsewhere", new Status(200));

        AttemptOutcome outcome = post(receiver.url("/hook")).outcome();

        assertEquals(new AttemptOutcome.Refused(302, null), outcome);
        assertEquals("redirect", outcome.reason());
        assertEquals(List.of("/hook"), receiver.requests());
    }

    @Test
    void aBusyReceiverSaysHowLongToWait() {
        receiver.on("/hook", exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "7");
            exchange.sendResponseHeaders(503, -1);
        });

        assertEquals(
                new AttemptOutcome.Refused(503, Duration.ofSeconds(7)),
                post(receiver.url("/hook")).outcome());
    }

    @Test
    void aPrivateAddressIsRefusedAtConnectTime() throws IOException {
        client.close();
        client = new PostClient(false, TIMEOUT, 4);
        receiver.on("/hook", new Status(200));

        assertEquals(
                new AttemptOutcome.Unreachable(Fault.FORBIDDEN_ADDRESS),
                post(receiver.url("/hook")).outcome());
        assertEquals(
                new AttemptOutcome.Unreachable(Fault.FORBIDDEN_ADDRESS),
                post("http://localhost:" + receiver.port() + "/hook").outcome());
        assertEquals(List.of(), receiver.requests());
    }

    @Test
    void silenceAfterTheBodyMayMeanThatItArrived() {
        receiver.on("/hook", new NoAnswer());

        AttemptOutcome outcome = post(receiver.url("/hook")).outcome();

        assertEquals(new AttemptOutcome.Unanswered(Fault.TIMEOUT), outcome);
        assertTrue(outcome.maybeReceived());
    }

    @Test
    void nobodyListeningMeansThatNothingArrived() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }

        assertEquals(
                new AttemptOutcome.Unreachable(Fault.CONNECTION_REFUSED),
                post("http://127.0.0.1:" + port + "/hook").outcome());
    }

    @Test
    void anAnswerThatDripsEndsWithTheDeadline() {
        receiver.on("/hook", new SlowDrip(Duration.ofMillis(20)));

        SendResult result = post(receiver.url("/hook"));

        assertEquals(new AttemptOutcome.Accepted(200), result.outcome());
        assertTrue(result.took().compareTo(TIMEOUT.multipliedBy(4)) < 0, () -> "took " + result.took());
    }

    @Test
    void anEndlessAnswerIsReadOnlyALittle() {
        receiver.on("/hook", new EndlessBody());

        SendResult result = post(receiver.url("/hook"));

        assertInstanceOf(AttemptOutcome.Accepted.class, result.outcome());
        assertEquals(1024, result.response().length());
    }

    @Test
    void theKeptAnswerIsPrintable() {
        receiver.on("/hook", exchange -> {
            byte[] body = {'o', 'k', 0, 27, '!'};
            exchange.sendResponseHeaders(500, body.length);
            exchange.getResponseBody().write(body);
        });

        assertEquals("ok\uFFFD\uFFFD!", post(receiver.url("/hook")).response());
    }

    private SendResult post(String url) {
        return client.post(URI.create(url), "{}".getBytes(StandardCharsets.UTF_8), Map.of(), Instant.now());
    }
}
