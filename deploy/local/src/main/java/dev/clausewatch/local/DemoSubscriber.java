package dev.clausewatch.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import dev.clausewatch.servers.SiteServer;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A receiver of webhooks: verifies each message's signature with an implementation that is not ours, drops what it has by {@code webhook-id}, and
 * hands the rest on.
 */
public final class DemoSubscriber implements AutoCloseable {

    private static final String PATH = "/webhooks";

    private final SiteServer server;
    private final Consumer<Message> messages;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Webhook verifier;

    private DemoSubscriber(SiteServer server, Consumer<Message> messages) {
        this.server = server;
        this.messages = messages;
    }

    /**
     * Starts a receiver; it refuses everything until it has its secret.
     *
     * @param port where; 0 takes a free one
     * @param messages is told each new verified message, by several threads
     */
    public static DemoSubscriber start(int port, Consumer<Message> messages) throws IOException {
        DemoSubscriber subscriber = new DemoSubscriber(SiteServer.start(port), messages);
        subscriber.server.on(PATH, subscriber::receive);
        return subscriber;
    }

    /**
     * A verified message.
     *
     * @param id the {@code webhook-id}
     * @param type such as {@code change.alerted}
     * @param data what it says
     */
    public record Message(String id, String type, JsonNode data) {}

    /** Where messages are to be sent. */
    public String url() {
        return server.url(PATH);
    }

    /** Verifies with this secret from now on. */
    public void secret(String secret) {
        try {
            verifier = new Webhook(secret);
        } catch (EmptyWebhookSecretException e) {
            throw new IllegalArgumentException("the subscription has no secret", e);
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private void receive(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Webhook check = verifier;
        String id = exchange.getRequestHeaders().getFirst("webhook-id");
        if (check == null || id == null) {
            exchange.sendResponseHeaders(503, -1);
            return;
        }
        try {
            check.verify(body, HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true));
        } catch (WebhookVerificationException e) {
            exchange.sendResponseHeaders(401, -1);
            return;
        }
        if (known.add(id)) {
            JsonNode message = new ObjectMapper().readTree(body);
            messages.accept(new Message(id, message.path("type").asText(), message.path("data")));
        }
        exchange.sendResponseHeaders(204, -1);
    }
}
