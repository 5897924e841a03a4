package dev.clausewatch.alert.webhook;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import dev.clausewatch.alert.destination.Destination;
import dev.clausewatch.alert.destination.WebhookSecret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

    private static final String BODY = "{\"type\":\"webhook.test\",\"words\":\"§ 4 – ü\"}";

    private final SecureRandom random = new SecureRandom();
    private final WebhookSecret secret = WebhookSecret.generate(random);
    private final WebhookSecret old = WebhookSecret.generate(random);
    private final Instant now = Instant.now();

    @Test
    void anIndependentVerifierAcceptsIt() {
        assertDoesNotThrow(() -> verify(secret, BODY, List.of(secret)));
    }

    @Test
    void duringARotationBothSecretsVerify() {
        assertDoesNotThrow(() -> verify(secret, BODY, List.of(secret, old)));
        assertDoesNotThrow(() -> verify(old, BODY, List.of(secret, old)));
    }

    @Test
    void anotherSecretOrAnotherBodyDoesNotVerify() {
        assertThrows(WebhookVerificationException.class, () -> verify(old, BODY, List.of(secret)));
        assertThrows(WebhookVerificationException.class, () -> verify(secret, BODY + " ", List.of(secret)));
    }

    @Test
    void aSecretHasThirtyTwoBytesAndIsNotPrinted() {
        assertEquals(32, secret.key().length);
        assertFalse(secret.toString().contains(secret.value().substring(6)));
        assertFalse(new Destination.Webhook(URI.create("https://a.example"), List.of(secret))
                .toString()
                .contains(secret.value().substring(6)));
    }

    private void verify(WebhookSecret with, String received, List<WebhookSecret> signing)
            throws WebhookVerificationException, EmptyWebhookSecretException {
        String signature = WebhookSignature.header("msg_1", now, BODY.getBytes(StandardCharsets.UTF_8), signing);
        new Webhook(with.value())
                .verify(
                        received,
                        Map.of(
                                "webhook-id", List.of("msg_1"),
                                "webhook-timestamp", List.of(Long.toString(now.getEpochSecond())),
                                "webhook-signature", List.of(signature)));
    }
}
