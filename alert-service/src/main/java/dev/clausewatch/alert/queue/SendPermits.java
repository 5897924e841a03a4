package dev.clausewatch.alert.queue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** Permits for concurrent attempts in the main lane; a slow attempt may return its permit before it ends. Thread-safe. */
final class SendPermits {

    private final Semaphore permits;
    private final Set<Permit> held = ConcurrentHashMap.newKeySet();

    SendPermits(int most) {
        this.permits = new Semaphore(most);
    }

    /** Held by an attempt; given back once, whoever does it first. */
    final class Permit implements AutoCloseable {

        private final ConcurrencyLimiter.Slot slot;
        private final long since = System.nanoTime();
        private final AtomicBoolean closed = new AtomicBoolean();

        private Permit(ConcurrencyLimiter.Slot slot) {
            this.slot = slot;
        }

        ConcurrencyLimiter.Slot slot() {
            return slot;
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                held.remove(this);
                permits.release();
            }
        }
    }

    /** Waits for a permit. */
    Permit acquire(ConcurrencyLimiter.Slot slot) {
        permits.acquireUninterruptibly();
        Permit permit = new Permit(slot);
        held.add(permit);
        return permit;
    }

    boolean areAllHeld() {
        return permits.availablePermits() == 0;
    }

    boolean areIdle() {
        return held.isEmpty();
    }

    /** Those held for so long at least. */
    List<Permit> heldFor(Duration time) {
        long now = System.nanoTime();
        return held.stream()
                .filter(permit -> now - permit.since >= time.toNanos())
                .toList();
    }
}
