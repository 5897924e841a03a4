package dev.clausewatch.gateway.documents;

import static dev.clausewatch.gateway.documents.SourceHealth.Status.DEGRADED;
import static dev.clausewatch.gateway.documents.SourceHealth.Status.FAILING;
import static dev.clausewatch.gateway.documents.SourceHealth.Status.HEALTHY;
import static dev.clausewatch.gateway.documents.SourceHealth.Status.PENDING;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SourceHealthTest {

    private static final Instant T1 = Instant.parse("2026-04-01T01:00:00Z");
    private static final Instant T2 = Instant.parse("2026-04-01T02:00:00Z");
    private static final Instant T3 = Instant.parse("2026-04-01T03:00:00Z");

    @Test
    void isPendingUntilTheFirstAttempt() {
        assertEquals(PENDING, status(null, null, null, null));
    }

    @Test
    void followsTheLastAttempt() {
        assertEquals(HEALTHY, status(T2, T1, null, null));
        assertEquals(FAILING, status(T1, T2, null, null));
        assertEquals(FAILING, status(null, T1, null, null));
    }

    @Test
    void staysDegradedUntilItIsReadAgain() {
        assertEquals(DEGRADED, status(T1, T2, T2, null));
        assertEquals(HEALTHY, status(T3, T2, T2, T3));
        assertEquals(HEALTHY, status(T3, T2, T2, null));
        assertEquals(DEGRADED, status(T2, T3, T3, T2));
    }

    private static SourceHealth.Status status(
            @Nullable Instant success,
            @Nullable Instant failure,
            @Nullable Instant degraded,
            @Nullable Instant recovered) {
        return SourceHealth.of(new SourceHealth.Facts(
                        success, failure, degraded, degraded, recovered, 1, "timeout", "No answer.", T3))
                .status();
    }
}
