package dev.clausewatch.runtime.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class SystemClockTest {

    @Test
    void ticksInMicrosecondsSoThatDatabaseAndEventsKeepATimeUnchanged() {
        Clock clock = SystemClock.inMicroseconds();
        for (int i = 0; i < 1_000; i++) {
            Instant now = clock.instant();
            assertEquals(now.truncatedTo(ChronoUnit.MICROS), now);
        }
    }
}
