package dev.clausewatch.runtime.messaging;

import dev.clausewatch.runtime.health.Loop;
import dev.clausewatch.runtime.health.LoopWatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/** The polls that are being processed, so that a shutdown can wait for them. Thread-safe. */
@ApplicationScoped
class InFlightPolls {

    /** Longer than any poll takes that gets on; the time spent waiting for database or broker does not count. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final ThreadLocal<@Nullable Loop> IN_HAND = new ThreadLocal<>();

    private final ReadWriteLock polls = new ReentrantReadWriteLock();
    private final LoopWatch watch;

    InFlightPolls(LoopWatch watch) {
        this.watch = watch;
    }

    /** Works on a poll; false, and nothing done, when no other may begin. */
    boolean work(Runnable poll) {
        if (!polls.readLock().tryLock()) {
            return false;
        }
        Loop loop = watch.begin("poll in " + Thread.currentThread().getName(), LONGEST);
        IN_HAND.set(loop);
        try {
            poll.run();
            return true;
        } finally {
            IN_HAND.remove();
            loop.end();
            polls.readLock().unlock();
        }
    }

    /** This thread's poll waits for the database or the broker. */
    void rest() {
        Loop loop = IN_HAND.get();
        if (loop != null) {
            loop.rest();
        }
    }

    /** This thread's poll is processed again. */
    void resume() {
        Loop loop = IN_HAND.get();
        if (loop != null) {
            loop.beat();
        }
    }

    /** Waits for the polls in hand and lets no other begin; false if they did not end in time. */
    boolean drain(Duration patience) {
        try {
            return polls.writeLock().tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
