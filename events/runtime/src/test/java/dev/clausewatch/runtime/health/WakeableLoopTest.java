package dev.clausewatch.runtime.health;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.runtime.time.Backoff;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WakeableLoopTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration FOR_EVER = Duration.ofDays(1);
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(10);
    private static final Backoff NO_RETRY = new Backoff(FOR_EVER, FOR_EVER);

    private final AtomicLong nanos = new AtomicLong();
    private final LoopWatch watch = new LoopWatch(nanos::get);
    private final BlockingQueue<Integer> rounds = new LinkedBlockingQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private @Nullable WakeableLoop loop;

    @AfterEach
    void stop() {
        WakeableLoop started = loop;
        if (started != null) {
            started.stop();
            assertTrue(started.join(PATIENCE));
        }
    }

    @Test
    void goesOnAtOnceWhileARoundAsksForNoRest() throws InterruptedException {
        start(NO_RETRY, () -> round() < 3 ? Duration.ZERO : FOR_EVER);
        assertEquals(1, next());
        assertEquals(2, next());
        assertEquals(3, next());
    }

    @Test
    void isWokenFromItsRest() throws InterruptedException {
        WakeableLoop resting = start(NO_RETRY, () -> {
            round();
            return FOR_EVER;
        });
        assertEquals(1, next());
        resting.wake();
        assertEquals(2, next());
    }

    @Test
    void wakeUpsDuringARoundAreNotLostAndCountAsOne() throws InterruptedException {
        CountDownLatch woken = new CountDownLatch(1);
        WakeableLoop busy = start(NO_RETRY, () -> {
            if (round() == 1) {
                woken.await();
            }
            return FOR_EVER;
        });
        assertEquals(1, next());
        busy.wake();
        busy.wake();
        busy.wake();
        woken.countDown();
        assertEquals(2, next());
        stop();
        assertEquals(2, count.get());
    }

    @Test
    void aRoundThatFailsComesAgainAfterAPause() throws InterruptedException {
        start(new Backoff(Duration.ofMillis(1), Duration.ofMillis(1)), () -> {
            int round = round();
            if (round == 1 || round == 3) {
                throw new IllegalStateException("the database is away");
            }
            return round == 2 ? Duration.ZERO : FOR_EVER;
        });
        assertEquals(1, next());
        assertEquals(2, next());
        assertEquals(3, next());
        assertEquals(4, next());
    }

    @Test
    void aStopLetsTheRoundUnderWayEndAndBeginsNoOther() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        WakeableLoop busy = start(NO_RETRY, () -> {
            round();
            end.await();
            return Duration.ZERO;
        });
        assertEquals(1, next());
        busy.stop();
        assertTrue(busy.isStopping());
        assertFalse(busy.join(Duration.ofMillis(1)));
        end.countDown();
        assertTrue(busy.join(PATIENCE));
        assertEquals(1, count.get());
    }

    @Test
    void aStopEndsTheRestWithinARoundAndTheOneBehindIt() throws InterruptedException {
        AtomicReference<WakeableLoop> self = new AtomicReference<>();
        CountDownLatch known = new CountDownLatch(1);
        WakeableLoop resting = start(NO_RETRY, () -> {
            round();
            known.await();
            Objects.requireNonNull(self.get()).rest(FOR_EVER);
            return FOR_EVER;
        });
        self.set(resting);
        assertEquals(1, next());
        known.countDown();
        resting.stop();
        assertTrue(resting.join(PATIENCE));
    }

    @Test
    void aRoundThatHangsFailsLivenessUnlessItSaysThatItGetsOn() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        WakeableLoop busy = start(NO_RETRY, () -> {
            round();
            end.await();
            return FOR_EVER;
        });
        assertEquals(1, next());
        nanos.addAndGet(LONGEST_ROUND.plusSeconds(1).toNanos());
        assertEquals(Map.of("loop", LONGEST_ROUND.plusSeconds(1)), watch.stopped());
        busy.beat();
        assertEquals(Map.of(), watch.stopped());
        end.countDown();
    }

    @Test
    void afterAStopNobodyLooksAfterItAnyMore() throws InterruptedException {
        start(NO_RETRY, () -> {
            round();
            return FOR_EVER;
        });
        assertEquals(1, next());
        stop();
        nanos.addAndGet(FOR_EVER.toNanos());
        await().atMost(PATIENCE).until(() -> watch.stopped().isEmpty());
    }

    @Test
    void oneThatWasNeverStartedHasEnded() {
        assertTrue(new WakeableLoop("idle", watch, LONGEST_ROUND, NO_RETRY, () -> FOR_EVER).join(PATIENCE));
    }

    private WakeableLoop start(Backoff afterFailure, Callable<Duration> round) {
        WakeableLoop started = new WakeableLoop("loop", watch, LONGEST_ROUND, afterFailure, round);
        loop = started;
        started.start();
        return started;
    }

    private int round() {
        int round = count.incrementAndGet();
        rounds.add(round);
        return round;
    }

    /** The number of the next round that begins. */
    private @Nullable Integer next() throws InterruptedException {
        return rounds.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
