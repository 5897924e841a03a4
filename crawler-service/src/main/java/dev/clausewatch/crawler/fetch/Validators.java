package dev.clausewatch.crawler.fetch;

import org.jspecify.annotations.Nullable;

/**
 * What a server gave to ask later whether a page changed.
 *
 * @param etag header {@code ETag}, as it came
 * @param lastModified header {@code Last-Modified}, as it came
 */
public record Validators(@Nullable String etag, @Nullable String lastModified) {

    /** For a page that was never fetched. */
    public static final Validators NONE = new Validators(null, null);

    boolean none() {
        return etag == null && lastModified == null;
    }
}
