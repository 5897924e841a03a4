package dev.clausewatch.runtime.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofSeconds(60), Duration.ofDays(1), 0.1);

    @ParameterizedTest
    @CsvSource({"1, PT1M", "2, PT2M", "11, PT17H4M", "12, PT24H", "1000, PT24H", "2147483647, PT24H"})
    void doublesWithEachFailureUpToTheLongest(int failures, Duration pause) {
        assertEquals(pause, backoff.after(failures));
        assertEquals(pause, backoff.after(failures, null, 0));
    }

    @ParameterizedTest
    @CsvSource({"PT10S, PT10S", "PT3H, PT3H", "PT72H, PT24H", "PT0S, PT4M"})
    void pausesAsLongAsTheOtherSideAsksUpToTheLongest(Duration asked, Duration pause) {
        assertEquals(pause, backoff.after(3, asked, 0));
    }

    @Test
    void comesBackALittleLaterThanAllowed() {
        assertEquals(Duration.ofSeconds(63), backoff.after(1, null, 0.5));
        assertEquals(Duration.ofSeconds(110), backoff.after(1, Duration.ofSeconds(100), 1));
    }

    @Test
    void neverPausesLongerThanTheLongestEvenAtFirst() {
        assertEquals(Duration.ofSeconds(1), new Backoff(Duration.ofSeconds(5), Duration.ofSeconds(1)).after(1));
    }
}
