package dev.clausewatch.crawler.schedule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the source of a document fares.
 *
 * @param consecutiveFailures failures since the last capture that worked
 * @param failingSince the first of them
 * @param degraded whether it was said to be degraded
 * @param reason code of the last failure
 * @param detail sentence of the last failure
 */
record SourceHealth(
        int consecutiveFailures,
        @Nullable Instant failingSince,
        boolean degraded,
        @Nullable String reason,
        @Nullable String detail) {

    static final SourceHealth GOOD = new SourceHealth(0, null, false, null, null);

    /** After one more failure; degraded from the given number on. */
    SourceHealth failed(String newReason, String newDetail, Instant now, int degradedAfter) {
        int failures = consecutiveFailures + 1;
        return new SourceHealth(
                failures, failingSince == null ? now : failingSince, failures >= degradedAfter, newReason, newDetail);
    }
}
