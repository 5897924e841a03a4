package dev.clausewatch.gateway.documents;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whether the current text of a document is known.
 *
 * @param status in a word
 * @param lastSuccessAt the last time its pages were read
 * @param failingSince the first failure since then; absent, as all that follows, while there is none
 * @param consecutiveFailures how many attempts failed in a row
 * @param reason stable code of the last failure
 * @param detail for people: what happened and what to do
 * @param nextAttemptAt when it is tried again
 * @param unprocessed what was captured and could not be processed; empty when all was
 */
public record SourceHealth(
        Status status,
        @Nullable Instant lastSuccessAt,
        @Nullable Instant failingSince,
        int consecutiveFailures,
        @Nullable String reason,
        @Nullable String detail,
        @Nullable Instant nextAttemptAt,
        List<Unprocessed> unprocessed) {

    public SourceHealth {
        unprocessed = List.copyOf(unprocessed);
    }

    SourceHealth with(List<Unprocessed> letters) {
        return new SourceHealth(
                status, lastSuccessAt, failingSince, consecutiveFailures, reason, detail, nextAttemptAt, letters);
    }

    /** Whether a source can be read, and what it says is processed. */
    @Schema(name = "SourceStatus")
    public enum Status {
        /** Only an archive holds the document: nobody declared where it is. */
        NOT_WATCHED,
        /** Not read yet, and no failure either. */
        PENDING,
        /** The last attempt succeeded. */
        HEALTHY,
        /** The last attempt failed. */
        FAILING,
        /** Several attempts in a row failed. */
        DEGRADED,
        /** Something of it could not be processed, and nothing later came through; whatever the last attempt to read it did. */
        HELD;

        /** Whether it cannot be read at present. */
        public boolean isFailing() {
            return this == FAILING || this == DEGRADED;
        }
    }
}
