package dev.clausewatch.crawler.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * A text with one Ed25519 signature: the text, a blank line, and a line with the key's name and, in base64, four bytes that name the key
 * and the signature of the text.
 *
 * @param text ends with a line feed
 * @param keyName names the signer
 * @see <a href="https://github.com/C2SP/C2SP/blob/main/signed-note.md">C2SP signed-note</a>
 */
public record SignedNote(String text, String keyName) {

    private static final String SEPARATOR = "\n\n";
    private static final String SIGNATURE = "\u2014 ";
    private static final int KEY_HASH_BYTES = 4;

    /** Signs a text that ends with a line feed; the whole note. */
    public static String sign(String text, String keyName, SigningKey key) {
        if (!text.endsWith("\n") || text.contains(SEPARATOR)) {
            throw new IllegalArgumentException("a note ends with a line feed and has no blank line");
        }
        byte[] hash = key.verifyingKey().noteHash(keyName);
        byte[] signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
        byte[] both = Arrays.copyOf(hash, hash.length + signature.length);
        System.arraycopy(signature, 0, both, hash.length, signature.length);
        return text + "\n" + SIGNATURE + keyName + " " + Base64.getEncoder().encodeToString(both) + "\n";
    }

    /**
     * Reads a note with exactly one signature, by this key. Signatures of others, which the format allows, are refused: a note that we
     * wrote has none, and nobody could tell whether they were altered.
     *
     * @throws IllegalArgumentException if it is another; the message says why
     */
    public static SignedNote open(byte[] note, VerifyingKey key) {
        String whole = new String(note, StandardCharsets.UTF_8);
        int end = whole.indexOf(SEPARATOR);
        if (end < 0 || !Arrays.equals(whole.getBytes(StandardCharsets.UTF_8), note)) {
            throw new IllegalArgumentException("it is not a signed note");
        }
        String text = whole.substring(0, end + 1);
        String line = whole.substring(end + 2);
        String[] parts = line.split(" ", -1);
        if (parts.length != 3 || !SIGNATURE.equals(parts[0] + " ") || !parts[2].endsWith("\n")) {
            throw new IllegalArgumentException("it does not end with one signature");
        }
        byte[] both = decode(parts[2].substring(0, parts[2].length() - 1));
        if (!Arrays.equals(Arrays.copyOf(both, KEY_HASH_BYTES), key.noteHash(parts[1]))) {
            throw new IllegalArgumentException("its signature is by another key");
        }
        if (!key.verifies(
                text.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(both, KEY_HASH_BYTES, both.length))) {
            throw new IllegalArgumentException("its signature does not hold");
        }
        return new SignedNote(text, parts[1]);
    }

    /** Strictly: the last digit of base64 has bits that say nothing, and they must be zero. */
    private static byte[] decode(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("its signature is not base64", e);
        }
        if (bytes.length <= KEY_HASH_BYTES
                || !Base64.getEncoder().encodeToString(bytes).equals(base64)) {
            throw new IllegalArgumentException("its signature is not base64 of a signature");
        }
        return bytes;
    }
}
