package dev.clausewatch.events;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Derived ids: the same thing has the same id wherever and whenever it is computed, so that an event read twice writes nothing
 * new. Each is 40 hex digits of SHA-256 over its parts, every part preceded by its length.
 */
public final class Ids {

    private static final int HEX_DIGITS = 40;
    private static final Pattern MARKS = Pattern.compile("\\p{M}++");
    private static final Pattern NOT_IN_SLUGS = Pattern.compile("[^a-z0-9]++");
    private static final Pattern EDGES = Pattern.compile("^-|-$");

    private Ids() {}

    /**
     * The id of a document.
     *
     * @param declaration file name of its declaration without {@code .json}, or the service's name in an archive
     * @param termsType such as {@code Terms of Service}
     * @param locale only where the platform has several documents of that type
     */
    public static String document(String declaration, String termsType, @Nullable String locale) {
        String id = slug(declaration) + "/" + slug(termsType);
        return locale == null ? id : id + "/" + slug(locale);
    }

    /** Lower-case ASCII letters and digits, everything else a single hyphen: {@code Terms of Service} is {@code terms-of-service}. */
    public static String slug(String name) {
        String ascii = MARKS.matcher(Normalizer.normalize(TextFormat.withFewMarks(name), Normalizer.Form.NFKD))
                .replaceAll("");
        String hyphens = NOT_IN_SLUGS.matcher(ascii.toLowerCase(Locale.ROOT)).replaceAll("-");
        String slug = EDGES.matcher(hyphens).replaceAll("");
        // A name without a single Latin letter or digit still needs an id of its own.
        return slug.isEmpty() ? hash("slug", name).substring(0, 12) : slug;
    }

    /** The id of a snapshot. A text that comes back is a new snapshot: A, B, A, B are four ids. */
    public static String snapshot(
            String documentId,
            long sequence,
            @Nullable String previousSnapshotId,
            String textHash,
            Origin origin,
            CaptureCause cause) {
        return hash(
                "snapshot",
                documentId,
                Long.toString(sequence),
                previousSnapshotId == null ? "" : previousSnapshotId,
                textHash,
                origin.name(),
                cause.name());
    }

    /** The id of the change between two snapshots, as this version of the differ sees it. */
    public static String change(@Nullable String fromSnapshotId, String toSnapshotId, String differVersion) {
        return hash("change", fromSnapshotId == null ? "" : fromSnapshotId, toSnapshotId, differVersion);
    }

    /** The id of a classification: a correction is a new one. */
    public static String classification(String changeId, String rulesetVersion, int correction) {
        return hash("classification", changeId, rulesetVersion, Integer.toString(correction));
    }

    /** The id of a {@link Wording}, from all that the classifier reads of a provision. */
    public static String wording(
            String termsType,
            @Nullable String language,
            List<String> headingPath,
            @Nullable String intro,
            String text) {
        List<String> parts = new ArrayList<>();
        parts.add("wording");
        parts.add(termsType);
        parts.add(language == null ? "" : language);
        parts.add(intro == null ? "" : intro);
        parts.add(text);
        parts.addAll(headingPath);
        return hash(parts.toArray(String[]::new));
    }

    /** The id of a delivery: one per subscription, change and purpose. */
    public static String delivery(String subscriptionId, String changeId, DeliveryPurpose purpose) {
        return hash("delivery", subscriptionId, changeId, purpose.name());
    }

    /** The id of an event without an id of its own, from its type and the values that identify it. */
    public static String event(EventType type, String... parts) {
        String[] all = new String[parts.length + 1];
        all[0] = type.shortName();
        System.arraycopy(parts, 0, all, 1, parts.length);
        return hash(all);
    }

    /** SHA-256 of a text as UTF-8, as 64 hex digits in lower case. */
    public static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256 as 64 hex digits in lower case. */
    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    private static String hash(String... parts) {
        MessageDigest digest = digest();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, HEX_DIGITS);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
