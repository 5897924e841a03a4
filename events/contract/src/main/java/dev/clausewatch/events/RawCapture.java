package dev.clausewatch.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one source as they came.
 *
 * @param url the address that was asked
 * @param finalUrl the address that answered, after redirects
 * @param status HTTP status
 * @param mediaType as the server said it, without parameters
 * @param sha256 of the bytes, lower-case hex; the crawler keeps them under it
 * @param bytes how many
 * @param fetchedAt when the answer was complete
 * @param renderedBy the browser whose serialised page the bytes are, such as {@code Chromium 156.0.8078.79}; absent when they are the
 *     server's
 */
public record RawCapture(
        String url,
        String finalUrl,
        int status,
        @Nullable String mediaType,
        String sha256,
        long bytes,
        Instant fetchedAt,
        @Nullable String renderedBy) {

    public RawCapture {
        Required.text(url, "url");
        Required.text(finalUrl, "finalUrl");
        Required.text(sha256, "sha256");
        Required.present(fetchedAt, "fetchedAt");
    }

    /** Bytes that came from the server. */
    public RawCapture(
            String url,
            String finalUrl,
            int status,
            @Nullable String mediaType,
            String sha256,
            long bytes,
            Instant fetchedAt) {
        this(url, finalUrl, status, mediaType, sha256, bytes, fetchedAt, null);
    }
}
