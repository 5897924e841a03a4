package dev.clausewatch.crawler.schedule;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Reads on a thread of its own, and waits for so long at most: what computes for longer is interrupted and left alone. It is a thread of
 * the platform, as virtual ones that compute would keep all others from running.
 */
record TimeLimitedReader(Duration most) {

    static final String THREAD = "page-reading";

    /**
     * What was read; empty when the time was over.
     *
     * @throws RuntimeException the reading's own, as errors are
     */
    <T> Optional<T> within(Supplier<T> reading) {
        FutureTask<T> task = new FutureTask<>(reading::get);
        Thread reader = Thread.ofPlatform().name(THREAD).daemon().start(task);
        try {
            return Optional.of(task.get(most.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            reader.interrupt();
            return Optional.empty();
        } catch (InterruptedException e) {
            reader.interrupt();
            Thread.currentThread().interrupt();
            throw new CancellationException("The crawler stops");
        } catch (ExecutionException e) {
            throw unchecked(e);
        }
    }

    private static RuntimeException unchecked(ExecutionException e) {
        switch (Objects.requireNonNull(e.getCause())) {
            case Error error -> throw error;
            case RuntimeException ours -> throw ours;
            default -> throw new IllegalStateException(e);
        }
    }
}
