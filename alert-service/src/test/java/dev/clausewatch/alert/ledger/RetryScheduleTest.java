package dev.clausewatch.alert.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private static final Duration DAY = Duration.ofHours(24);

    private final SplittableRandom random = new SplittableRandom(7);

    @Test
    void waitsAsLongAsItsListSaysAndThenGivesUp() {
        RetrySchedule schedule =
                new RetrySchedule(List.of(Duration.ZERO, Duration.ofSeconds(5), Duration.ofMinutes(5)), 0, DAY);

        assertEquals(Optional.of(Duration.ofSeconds(5)), schedule.waitAfter(1, Duration.ZERO, random));
        assertEquals(Optional.of(Duration.ofMinutes(5)), schedule.waitAfter(2, Duration.ZERO, random));
        assertEquals(Optional.empty(), schedule.waitAfter(3, Duration.ZERO, random));
    }

    @Test
    void addsAtMostATenth() {
        RetrySchedule schedule = new RetrySchedule(List.of(Duration.ZERO, Duration.ofSeconds(100)), 0.1, DAY);
        for (int i = 0; i < 1000; i++) {
            Duration wait = schedule.waitAfter(1, Duration.ZERO, random).orElseThrow();
            assertTrue(wait.compareTo(Duration.ofSeconds(100)) >= 0 && wait.compareTo(Duration.ofSeconds(110)) <= 0);
        }
    }

    @Test
    void waitsLongerWhenTheReceiverAsksButNotForEver() {
        RetrySchedule schedule = new RetrySchedule(List.of(Duration.ZERO, Duration.ofSeconds(5)), 0, DAY);

        assertEquals(Optional.of(Duration.ofMinutes(2)), schedule.waitAfter(1, Duration.ofMinutes(2), random));
        assertEquals(Optional.of(Duration.ofSeconds(5)), schedule.waitAfter(1, Duration.ofSeconds(1), random));
        assertEquals(Optional.of(DAY), schedule.waitAfter(1, Duration.ofDays(900), random));
    }
}
