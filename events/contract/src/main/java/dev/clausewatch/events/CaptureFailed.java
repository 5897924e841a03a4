package dev.clausewatch.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A capture did not become a snapshot.
 *
 * @param document the document
 * @param reason stable code, such as {@code select-no-match}, {@code too-large}, {@code timeout}; listed in {@code docs/operations.md}
 * @param detail one sentence for people: what happened and what to do
 * @param url the source that failed
 * @param status HTTP status, where there was an answer
 * @param rawSha256 the bytes that were refused, where they were kept
 * @param attemptedAt when
 * @param consecutiveFailures how many in a row, this one included
 * @param nextAttemptAt when it is tried again
 */
public record CaptureFailed(
        DocumentRef document,
        String reason,
        String detail,
        String url,
        @Nullable Integer status,
        @Nullable String rawSha256,
        Instant attemptedAt,
        int consecutiveFailures,
        Instant nextAttemptAt)
        implements EventData {

    public CaptureFailed {
        Required.present(document, "document");
        Required.text(reason, "reason");
        Required.present(detail, "detail");
        Required.text(url, "url");
        Required.present(attemptedAt, "attemptedAt");
        Required.present(nextAttemptAt, "nextAttemptAt");
    }

    @Override
    public String key() {
        return document.id();
    }
}
