package dev.clausewatch.crawler.evidence;

import dev.clausewatch.events.Ids;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** An Ed25519 public key (RFC 8032), written as OpenSSL writes it: a PEM of its SubjectPublicKeyInfo (RFC 8410). */
public final class VerifyingKey {

    /** What comes before the 32 bytes of every Ed25519 key: its algorithm and lengths. */
    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----\n";
    private static final String END = "\n-----END PUBLIC KEY-----\n";
    private static final byte ED25519 = 1;
    private static final int KEY_HASH_BYTES = 4;

    private final byte[] encoded;
    private final PublicKey key;

    private VerifyingKey(byte[] encoded) throws GeneralSecurityException {
        this.encoded = encoded.clone();
        this.key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    static VerifyingKey of(PublicKey key) throws GeneralSecurityException {
        return new VerifyingKey(key.getEncoded());
    }

    /**
     * Reads a PEM.
     *
     * @throws IllegalArgumentException if it is not the PEM of one Ed25519 key and nothing else
     */
    public static VerifyingKey read(String pem) {
        try {
            String base64 = pem.substring(
                    Math.min(pem.length(), BEGIN.length()), Math.max(BEGIN.length(), pem.length() - END.length()));
            VerifyingKey key = new VerifyingKey(Base64.getDecoder().decode(base64));
            if (Arrays.equals(key.encoded, 0, PREFIX.length, PREFIX, 0, PREFIX.length)
                    && key.pem().equals(pem)) {
                return key;
            }
        } catch (GeneralSecurityException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new IllegalArgumentException(NO_KEY, e);
        }
        throw new IllegalArgumentException(NO_KEY);
    }

    private static final String NO_KEY = "it is not an Ed25519 public key as a PEM file";

    /** The key as a PEM file. */
    public String pem() {
        return BEGIN + Base64.getEncoder().encodeToString(encoded) + END;
    }

    /** SHA-256 of the key's DER form, lower-case hex: what people compare. */
    public String fingerprint() {
        return Ids.sha256(encoded);
    }

    /** Whether this key made the signature of these bytes. */
    boolean verifies(byte[] signed, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(signed);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            // A signature of another length, or with a number out of range, is none.
            return false;
        }
    }

    /** The four bytes by which signed notes name a key: SHA-256 of the name, a line feed, the algorithm and the key. */
    byte[] noteHash(String name) {
        MessageDigest digest = Hash.digest();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(ED25519);
        digest.update(encoded, PREFIX.length, encoded.length - PREFIX.length);
        return Arrays.copyOf(digest.digest(), KEY_HASH_BYTES);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VerifyingKey that && Arrays.equals(encoded, that.encoded);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded);
    }

    @Override
    public String toString() {
        return "Ed25519 " + fingerprint();
    }
}
