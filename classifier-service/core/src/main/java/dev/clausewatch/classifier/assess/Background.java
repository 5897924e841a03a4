package dev.clausewatch.classifier.assess;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Something that is made on a thread of its own while the caller does something else. */
final class Background<T> {

    private final FutureTask<T> task;

    private Background(FutureTask<T> task) {
        this.task = task;
    }

    static <T> Background<T> start(Supplier<? extends T> maker) {
        FutureTask<T> task = new FutureTask<>(maker::get);
        Thread.ofPlatform().daemon().name("classifier-loading").start(task);
        return new Background<>(task);
    }

    /**
     * What was made, when it is ready. Throws what its making threw.
     *
     * @throws IllegalStateException if the thread is interrupted while it waits
     */
    T get() {
        try {
            return task.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while loading the classifier", e);
        }
    }
}
