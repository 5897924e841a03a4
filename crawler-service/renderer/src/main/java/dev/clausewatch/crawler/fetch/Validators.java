package dev.clausewatch.crawler.fetch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a server gave to ask later whether a page changed.
 *
 * @param etag header {@code ETag}, as it came
 * @param lastModified header {@code Last-Modified}, as it came
 * @param url the address that gave them, after redirects: another page knows nothing of them
 * @param receivedAt when the page itself came last
 */
public record Validators(
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable String url,
        @Nullable Instant receivedAt) {

    /** For a page that was never fetched. */
    public static final Validators NONE = new Validators(null, null, null, null);

    /** Whether an address may be asked with them: it gave them, and not so long ago that its word should be tested. */
    boolean hold(URI address, Instant now, Duration believed) {
        return (etag != null || lastModified != null)
                && address.toString().equals(url)
                && receivedAt != null
                && receivedAt.plus(believed).isAfter(now);
    }
}
