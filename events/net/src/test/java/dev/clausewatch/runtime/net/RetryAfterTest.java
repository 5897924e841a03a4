package dev.clausewatch.runtime.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    @Test
    void readsSecondsAndDates() {
        assertEquals(Duration.ofMinutes(2), RetryAfter.parse("120", NOW));
        assertEquals(Duration.ofHours(1), RetryAfter.parse("Sun, 22 Nov 2026 10:00:00 GMT", NOW));
        assertEquals(Duration.ZERO, RetryAfter.parse("Sun, 22 Nov 2026 08:00:00 GMT", NOW));
    }

    @Test
    void ignoresWhatMakesNoSense() {
        assertNull(RetryAfter.parse(null, NOW));
        assertNull(RetryAfter.parse("soon", NOW));
        assertNull(RetryAfter.parse("99999999999", NOW));
    }
}
