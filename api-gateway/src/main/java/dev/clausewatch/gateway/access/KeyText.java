package dev.clausewatch.gateway.access;

import dev.clausewatch.events.Ids;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * An API key as people see it: {@code cw_<id>_<secret><checksum>}. The prefix lets scanners find leaked keys, the checksum lets
 * them (and us) tell a mistyped one without asking the database. The secret has 190 bits, so that a plain SHA-256 of it may be
 * stored.
 *
 * @param id names the key; no secret
 * @param value the whole key
 */
record KeyText(String id, String value) {

    /** What the tokens of feeds begin with; no key does. */
    static final String FEED = "cwf_";

    private static final String PREFIX = "cw_";
    private static final int ID_LENGTH = 8;
    private static final int SECRET_LENGTH = 32;
    private static final int CHECKSUM_LENGTH = 6;
    private static final int LENGTH = ID_LENGTH + 1 + SECRET_LENGTH + CHECKSUM_LENGTH;
    private static final String ID_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /** A new key. */
    static KeyText generate(SecureRandom random) {
        return generate(PREFIX, random);
    }

    /** A new secret of another kind. */
    static KeyText generate(String prefix, SecureRandom random) {
        String id = draw(random, ID_LETTERS, ID_LENGTH);
        String body = prefix + id + "_" + draw(random, LETTERS, SECRET_LENGTH);
        return new KeyText(id, body + checksum(body));
    }

    /** The key in a text; empty when it has another form or a wrong checksum. */
    static Optional<KeyText> parse(String text) {
        return parse(PREFIX, text);
    }

    /** The same of a secret of another kind. */
    static Optional<KeyText> parse(String prefix, String text) {
        int idEnd = prefix.length() + ID_LENGTH;
        if (text.length() != prefix.length() + LENGTH || !text.startsWith(prefix) || text.charAt(idEnd) != '_') {
            return Optional.empty();
        }
        String body = text.substring(0, text.length() - CHECKSUM_LENGTH);
        return text.endsWith(checksum(body))
                ? Optional.of(new KeyText(text.substring(prefix.length(), idEnd), text))
                : Optional.empty();
    }

    /** What is stored. */
    String hash() {
        return hash(value);
    }

    /** Whether the stored hash is that of this key; takes the same time whatever differs. */
    boolean matches(String stored) {
        return MessageDigest.isEqual(hash().getBytes(StandardCharsets.UTF_8), stored.getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256 of a secret with many random bits. */
    static String hash(String secret) {
        return Ids.sha256(secret);
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return value.substring(0, value.indexOf('_') + 1) + id + "_…";
    }

    private static String draw(SecureRandom random, String letters, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    private static String checksum(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.UTF_8));
        long rest = crc.getValue();
        StringBuilder text = new StringBuilder(CHECKSUM_LENGTH);
        for (int i = 0; i < CHECKSUM_LENGTH; i++) {
            text.append(LETTERS.charAt((int) (rest % LETTERS.length())));
            rest /= LETTERS.length();
        }
        return text.reverse().toString();
    }
}
