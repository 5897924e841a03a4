package dev.clausewatch.gateway.documents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether we know what a document says today.
 *
 * @param status in a word
 * @param lastSuccessAt the last time its pages were read
 * @param failingSince the first failure since then, once the source counts as degraded
 * @param consecutiveFailures how many attempts failed in a row
 * @param reason stable code of the last failure
 * @param detail one sentence for people
 * @param nextAttemptAt when it is tried again
 */
public record SourceHealth(
        Status status,
        @Nullable Instant lastSuccessAt,
        @Nullable Instant failingSince,
        int consecutiveFailures,
        @Nullable String reason,
        @Nullable String detail,
        @Nullable Instant nextAttemptAt) {

    /** Whether a source can be read. */
    public enum Status {
        /** Not read yet, and no failure either. */
        PENDING,
        /** The last attempt succeeded. */
        HEALTHY,
        /** The last attempt failed. */
        FAILING,
        /** Several attempts in a row failed. */
        DEGRADED
    }

    /**
     * The facts, as the events told them.
     *
     * @param successAt the last success
     * @param failureAt the last failure
     * @param degradedAt when it last counted as degraded
     * @param degradedSince the first failure of that row
     * @param recoveredAt when it last recovered
     * @param consecutiveFailures up to the last failure
     * @param reason of the last failure
     * @param detail of the last failure
     * @param nextAttemptAt after the last failure
     */
    record Facts(
            @Nullable Instant successAt,
            @Nullable Instant failureAt,
            @Nullable Instant degradedAt,
            @Nullable Instant degradedSince,
            @Nullable Instant recoveredAt,
            int consecutiveFailures,
            @Nullable String reason,
            @Nullable String detail,
            @Nullable Instant nextAttemptAt) {}

    /** What the facts come to; a success after a failure clears it, whatever else is not told yet. */
    static SourceHealth of(Facts facts) {
        boolean degraded =
                after(facts.degradedAt(), facts.recoveredAt()) && after(facts.degradedAt(), facts.successAt());
        boolean failing = degraded || after(facts.failureAt(), facts.successAt());
        if (!failing) {
            Status status = facts.successAt() == null ? Status.PENDING : Status.HEALTHY;
            return new SourceHealth(status, facts.successAt(), null, 0, null, null, null);
        }
        return new SourceHealth(
                degraded ? Status.DEGRADED : Status.FAILING,
                facts.successAt(),
                degraded ? facts.degradedSince() : null,
                facts.consecutiveFailures(),
                facts.reason(),
                facts.detail(),
                facts.nextAttemptAt());
    }

    private static boolean after(@Nullable Instant one, @Nullable Instant other) {
        return one != null && (other == null || one.isAfter(other));
    }
}
