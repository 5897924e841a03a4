package dev.clausewatch.crawler.fetch;

import dev.clausewatch.crawler.FailureReason;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a fetch ended. */
public sealed interface FetchOutcome {

    /** The page is there. */
    record Fetched(FetchedPage page) implements FetchOutcome {}

    /** The server says that the page is the one we have (304). */
    record NotModified(Instant fetchedAt) implements FetchOutcome {}

    /**
     * No page.
     *
     * @param detail one sentence for people: what happened and what to do
     * @param url the address that failed, which may be a redirect's
     * @param status HTTP status, where there was an answer
     * @param retryAfter how long the server asks us to stay away
     */
    record Failed(
            FailureReason reason,
            String detail,
            URI url,
            @Nullable Integer status,
            @Nullable Duration retryAfter) implements FetchOutcome {

        /** A failure without an answer. */
        public Failed(FailureReason reason, String detail, URI url) {
            this(reason, detail, url, null, null);
        }
    }
}
