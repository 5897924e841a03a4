package dev.clausewatch.alert.webhook;

import dev.clausewatch.alert.destination.Destination;
import dev.clausewatch.alert.destination.DestinationKind;
import dev.clausewatch.alert.destination.OutgoingMessage;
import dev.clausewatch.alert.destination.PostClient;
import dev.clausewatch.alert.destination.SendResult;
import dev.clausewatch.alert.destination.Sender;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** Posts webhooks with id, time and signature. */
@ApplicationScoped
class WebhookSender implements Sender {

    private final PostClient http;

    WebhookSender(PostClient http) {
        this.http = http;
    }

    @Override
    public DestinationKind kind() {
        return DestinationKind.WEBHOOK;
    }

    @Override
    public SendResult send(OutgoingMessage message) {
        if (!(message.destination() instanceof Destination.Webhook webhook)) {
            throw new IllegalArgumentException(
                    "No webhook: " + message.destination().kind());
        }
        byte[] body = message.body().getBytes(StandardCharsets.UTF_8);
        return http.post(webhook.url(), body, headers(message.id(), message.at(), body, webhook), message.at());
    }

    private static Map<String, String> headers(String id, Instant at, byte[] body, Destination.Webhook webhook) {
        return Map.of(
                "webhook-id", id,
                "webhook-timestamp", Long.toString(at.getEpochSecond()),
                "webhook-signature", WebhookSignature.header(id, at, body, webhook.secrets()));
    }
}
