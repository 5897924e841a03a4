package dev.clausewatch.runtime.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.runtime.health.LoopWatch;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class InFlightPollsTest {

    private final AtomicLong nanos = new AtomicLong();
    private final LoopWatch watch = new LoopWatch(nanos::get);
    private final InFlightPolls polls = new InFlightPolls(watch);

    @Test
    void aPollThatIsWorkedOnForTooLongIsNoLongerAlive() {
        assertTrue(polls.work(() -> {
            pass(Duration.ofMinutes(10));
            assertEquals(Map.of(), watch.stopped());
            pass(Duration.ofSeconds(1));
            assertEquals(1, watch.stopped().size());
        }));
        assertEquals(Map.of(), watch.stopped());
    }

    @Test
    void aPollThatWaitsForTheWorldIsAlive() {
        assertTrue(polls.work(() -> {
            polls.rest();
            pass(Duration.ofDays(3));
            assertEquals(Map.of(), watch.stopped());
            polls.resume();
            assertEquals(Map.of(), watch.stopped());
            pass(Duration.ofMinutes(11));
            assertEquals(1, watch.stopped().size());
        }));
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
