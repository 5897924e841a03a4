package dev.clausewatch.runtime.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class LoopWatchTest {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final LoopWatch watch = new LoopWatch(nanos::get);

    @Test
    void namesALoopWhoseRoundTakesLongerThanItMay() {
        Loop slow = watch.begin("slow", LONGEST);
        Loop quick = watch.begin("quick", LONGEST);
        pass(LONGEST);
        assertEquals(Map.of(), watch.stopped());
        quick.beat();
        pass(Duration.ofSeconds(1));
        assertEquals(Map.of("slow", LONGEST.plusSeconds(1)), watch.stopped());
        HealthCheckResponse answer = new LoopsCheck(watch).call();
        assertEquals(Status.DOWN, answer.getStatus());
        assertEquals(Set.of("slow"), answer.getData().orElseThrow().keySet());
        slow.beat();
        assertEquals(Status.UP, new LoopsCheck(watch).call().getStatus());
    }

    @Test
    void waitingForTheWorldIsNoStop() {
        Loop loop = watch.begin("patient", LONGEST);
        loop.rest();
        pass(Duration.ofDays(1));
        assertEquals(Map.of(), watch.stopped());
        loop.beat();
        pass(LONGEST.plusSeconds(1));
        assertEquals(Set.of("patient"), watch.stopped().keySet());
    }

    @Test
    void aLoopThatEndedInGoodOrderIsForgotten() {
        watch.begin("done", LONGEST).end();
        pass(Duration.ofDays(1));
        assertEquals(Map.of(), watch.stopped());
    }

    @Test
    void aRoundMayThrowWhateverItLikes() throws InterruptedException {
        Loop loop = watch.begin("robust", LONGEST);
        assertEquals(Optional.of(1), loop.attempt(() -> 1));
        assertEquals(Optional.empty(), loop.attempt(() -> fail(new IllegalStateException("a bug"))));
        assertEquals(Optional.empty(), loop.attempt(() -> fail(new IOException("the world"))));
        assertEquals(Optional.empty(), loop.attempt(() -> fail(new StackOverflowError())));
        assertEquals(Optional.empty(), loop.attempt(() -> fail(new NoClassDefFoundError("gone"))));
    }

    @Test
    void memoryThatRunsOutAndAnInterruptionEndTheLoop() {
        Loop loop = watch.begin("mortal", LONGEST);
        assertThrows(OutOfMemoryError.class, () -> loop.attempt(() -> fail(new OutOfMemoryError())));
        assertThrows(InterruptedException.class, () -> loop.attempt(() -> fail(new InterruptedException())));
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static int fail(Throwable fault) throws Exception {
        if (fault instanceof Error error) {
            throw error;
        }
        throw (Exception) fault;
    }
}
