package dev.clausewatch.crawler.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextAttemptTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Duration DAILY = Duration.ofDays(1);

    private final NextAttempt next = new NextAttempt(Duration.ofMinutes(5), Duration.ofHours(12), 0.1);

    @ParameterizedTest
    @CsvSource({"1, PT5M", "2, PT10M", "3, PT20M", "8, PT10H40M", "9, PT12H", "1000, PT12H"})
    void doublesTheWaitWithEachFailureUpToALimit(int failures, Duration wait) {
        assertEquals(NOW.plus(wait), next.afterFailure(NOW, failures, DAILY, null));
    }

    @Test
    void triesADocumentOfQuickCadenceSoonerAgain() {
        assertEquals(NOW.plusSeconds(20), next.afterFailure(NOW, 2, Duration.ofSeconds(10), null));
    }

    @Test
    void staysAwayAsLongAsTheServerAsks() {
        assertEquals(NOW.plus(Duration.ofHours(3)), next.afterFailure(NOW, 1, DAILY, Duration.ofHours(3)));
        assertEquals(NOW.plus(Duration.ofMinutes(5)), next.afterFailure(NOW, 1, DAILY, Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @CsvSource({"0, PT9H", "0.5, PT10H", "1, PT11H"})
    void spreadsDocumentsAroundTheirCadence(double random, Duration wait) {
        assertEquals(NOW.plus(wait), next.afterSuccess(NOW, Duration.ofHours(10), random));
    }
}
