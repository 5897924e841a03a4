package dev.clausewatch.alert.destination;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret that a subscriber shares with us: {@code whsec_} and 24 to 64 bytes in base64.
 *
 * @param value as the subscriber keeps it; never logged
 */
public record WebhookSecret(String value) {

    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;

    public WebhookSecret {
        if (!value.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a webhook secret starts with " + PREFIX);
        }
    }

    /** A new one. */
    public static WebhookSecret generate(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new WebhookSecret(PREFIX + Base64.getEncoder().encodeToString(bytes));
    }

    /** The bytes that sign. */
    public byte[] key() {
        return Base64.getDecoder().decode(value.substring(PREFIX.length()));
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
