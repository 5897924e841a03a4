package dev.clausewatch.gateway.subscriptions;

import dev.clausewatch.gateway.http.ApiProblems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets few estimates run at a time: each reads many changes and holds a connection of the small pool meanwhile. Thread-safe.
 */
@ApplicationScoped
class EstimateTurns {

    private static final int AT_A_TIME = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Semaphore free = new Semaphore(AT_A_TIME, true);
    private final Set<String> keys = ConcurrentHashMap.newKeySet();

    /**
     * Runs one for a key at once, or refuses it (429) while another of the same key runs, or as many as may.
     *
     * @param key the id of the caller's key
     */
    <T> T now(String key, Supplier<T> estimate) {
        if (!keys.add(key)) {
            throw ApiProblems.busy("An estimate of this key is under way.");
        }
        try {
            return within(Duration.ZERO, estimate);
        } finally {
            keys.remove(key);
        }
    }

    /** Runs one when it is its turn; refuses it (429) after ten seconds. */
    <T> T waitFor(Supplier<T> estimate) {
        return within(PATIENCE, estimate);
    }

    private <T> T within(Duration patience, Supplier<T> estimate) {
        if (!isTurn(patience)) {
            throw ApiProblems.busy("Other estimates are under way.");
        }
        try {
            return estimate.get();
        } finally {
            free.release();
        }
    }

    private boolean isTurn(Duration patience) {
        try {
            return free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
