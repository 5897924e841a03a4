package dev.clausewatch.alert.delivery;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the thread that looks after a lane. Thread-safe. */
final class Nudges {

    private final Semaphore main = new Semaphore(0);
    private final Semaphore slow = new Semaphore(0);

    void nudge(Lane lane) {
        of(lane).release();
    }

    void nudgeAll() {
        main.release();
        slow.release();
    }

    /** Rests until there is a nudge, or for so long. */
    void rest(Lane lane, Duration longest) throws InterruptedException {
        boolean unused = of(lane).tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
        int unusedPermits = of(lane).drainPermits();
    }

    private Semaphore of(Lane lane) {
        return lane == Lane.MAIN ? main : slow;
    }
}
