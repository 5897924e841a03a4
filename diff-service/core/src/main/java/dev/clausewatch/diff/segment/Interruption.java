package dev.clausewatch.diff.segment;

import java.util.concurrent.CancellationException;

/** Cooperative cancellation: a caller that limits the differ's time interrupts its thread. */
public final class Interruption {

    private Interruption() {}

    /**
     * Asked once per line, provision or pair.
     *
     * @throws CancellationException if the thread is interrupted
     */
    public static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("Interrupted while comparing texts");
        }
    }
}
