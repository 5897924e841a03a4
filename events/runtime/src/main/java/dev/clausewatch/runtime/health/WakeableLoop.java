package dev.clausewatch.runtime.health;

import dev.clausewatch.runtime.time.Backoff;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Work that goes on round by round on a thread of its own, until it is stopped. After each round it rests, unless it is woken; a round that
 * fails comes again after a pause; one that hangs fails liveness. Thread-safe.
 */
public final class WakeableLoop {

    private static final Logger LOG = Logger.getLogger(WakeableLoop.class);

    private final String name;
    private final LoopWatch watch;
    private final Duration longestRound;
    private final Backoff afterFailure;
    private final Callable<Duration> round;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile boolean stopping;
    private volatile @Nullable Loop watched;
    private volatile @Nullable Thread thread;

    /**
     * A loop that is not started yet.
     *
     * @param name of the loop and its thread
     * @param longestRound how long one round may take, with the rest behind it, before the process counts as hanging
     * @param afterFailure how long to rest after rounds that failed
     * @param round does the work; says how long to rest afterwards, zero for not at all
     */
    public WakeableLoop(
            String name, LoopWatch watch, Duration longestRound, Backoff afterFailure, Callable<Duration> round) {
        this.name = name;
        this.watch = watch;
        this.longestRound = longestRound;
        this.afterFailure = afterFailure;
        this.round = round;
    }

    /** Begins the first round. Called once. */
    public void start() {
        Loop loop = watch.begin(name, longestRound);
        watched = loop;
        thread = Thread.ofPlatform().name(name).daemon().start(() -> goOn(loop));
    }

    /** Ends the rest under way, or lets the next one not begin; several calls count as one. */
    public void wake() {
        wakeUps.release();
    }

    /** Rests within a round, for so long or until woken. */
    public void rest(Duration longest) throws InterruptedException {
        if (stopping) {
            return;
        }
        if (wakeUps.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            wakeUps.drainPermits();
        }
    }

    /** Called within a round that goes on for long: it is getting on. */
    public void beat() {
        Loop loop = watched;
        if (loop != null) {
            loop.beat();
        }
    }

    /** Lets no other round begin; the one under way goes on. */
    public void stop() {
        stopping = true;
        wake();
    }

    /** Whether {@link #stop} was called: a long round then ends early. */
    public boolean isStopping() {
        return stopping;
    }

    /** Waits until the last round has ended; false if it did not in time, or if the caller is interrupted and stays so. */
    public boolean join(Duration longest) {
        Thread started = thread;
        try {
            return started == null || started.join(longest);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void goOn(Loop loop) {
        int failures = 0;
        try {
            while (!stopping) {
                Optional<Duration> rest = loop.attempt(round);
                failures = rest.isPresent() ? 0 : failures + 1;
                restAfter(rest.isPresent() ? rest.get() : afterFailure.after(failures));
            }
        } catch (InterruptedException e) {
            LOG.debugf("Told to stop loop=%s", name);
        }
        loop.end();
    }

    private void restAfter(Duration rest) throws InterruptedException {
        if (!rest.isZero()) {
            rest(rest);
        }
    }
}
