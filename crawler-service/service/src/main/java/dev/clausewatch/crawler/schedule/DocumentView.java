package dev.clausewatch.crawler.schedule;

import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document with the health of its source, as the API shows it.
 *
 * @param document id, platform, terms type, language, jurisdictions, address
 * @param declaration file name of its declaration without {@code .json}
 * @param origin {@code FOLDER}, {@code HTTP} or, where only an archive holds it, {@code IMPORT}
 * @param category what kind of platform, where declared
 * @param cadence time between two captures
 * @param sources its pages
 * @param warnings what of its declaration is not followed
 * @param registeredAt when its declaration came into force
 * @param retiredAt when it was retired
 * @param health of its source
 * @param newest its newest snapshot
 */
public record DocumentView(
        DocumentRef document,
        String declaration,
        String origin,
        @Nullable String category,
        Duration cadence,
        List<Source> sources,
        List<String> warnings,
        Instant registeredAt,
        @Nullable Instant retiredAt,
        Health health,
        @Nullable Newest newest) {

    public DocumentView {
        sources = List.copyOf(sources);
        warnings = List.copyOf(warnings);
    }

    /** Whether captures work. */
    public enum Status {
        /** Not captured: retired, or held by an archive and not declared. */
        NOT_WATCHED,
        /** Not captured yet. */
        PENDING,
        HEALTHY,
        /** The last attempts failed. */
        DEGRADED
    }

    /**
     * How the source fares.
     *
     * @param reason code of the last failure; absent when the last attempt worked
     * @param nextAttemptAt when it is captured next; absent while it is not watched
     * @param lastVerifiedAt the last capture that worked
     */
    public record Health(
            Status status,
            int consecutiveFailures,
            @Nullable Instant failingSince,
            @Nullable String reason,
            @Nullable String detail,
            @Nullable Instant nextAttemptAt,
            @Nullable Instant lastVerifiedAt) {}

    /** The newest snapshot. */
    public record Newest(String snapshotId, long sequence, Instant capturedAt) {}

    /** Some documents, and the cursor of the next ones; absent at the end. */
    public record DocumentList(
            List<DocumentView> items, @Nullable String next) {

        public DocumentList {
            items = List.copyOf(items);
        }
    }
}
