package dev.clausewatch.crawler.fetch;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Cuts an exchange when its time is over: the client's own timeouts only see silence, not a slow drip. */
final class Deadlines implements AutoCloseable {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("fetch-deadlines").factory());

    /** A running deadline; closing it lets the exchange live. */
    static final class Deadline implements AutoCloseable {

        private final AtomicBoolean over;
        private final Future<?> cut;

        private Deadline(AtomicBoolean over, Future<?> cut) {
            this.over = over;
            this.cut = cut;
        }

        boolean isOver() {
            return over.get();
        }

        @Override
        public void close() {
            cut.cancel(false);
        }
    }

    Deadline in(Duration time, Runnable abort) {
        AtomicBoolean over = new AtomicBoolean();
        Future<?> cut = timer.schedule(
                () -> {
                    over.set(true);
                    abort.run();
                },
                Math.max(1, time.toMillis()),
                TimeUnit.MILLISECONDS);
        return new Deadline(over, cut);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
