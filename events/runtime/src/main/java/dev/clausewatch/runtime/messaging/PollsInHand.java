package dev.clausewatch.runtime.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Knows which polls are being worked on, so that a stop can wait for them. Thread-safe. */
@ApplicationScoped
class PollsInHand {

    private final ReadWriteLock polls = new ReentrantReadWriteLock();

    /** Works on a poll; false, and nothing done, when no other may begin. */
    boolean work(Runnable poll) {
        if (!polls.readLock().tryLock()) {
            return false;
        }
        try {
            poll.run();
            return true;
        } finally {
            polls.readLock().unlock();
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
