package dev.clausewatch.crawler.render;

import dev.clausewatch.crawler.FailureReason;
import dev.clausewatch.crawler.proxy.ProxyPass;
import dev.clausewatch.crawler.render.Rendering.Failed;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends a browser whose page takes too long, too much memory, or too much from the network. A script that never ends also blocks every call
 * to the page, so the only remedy is to kill the process.
 */
final class RenderWatchdog implements AutoCloseable {

    private static final int LOOK_MILLIS = 250;
    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("browser-watch").factory());

    private final ProcessTree processes;
    private final ProxyPass pass;
    private final RenderSettings settings;
    private final long end;
    private final Future<?> looks;
    private volatile @Nullable Failed verdict;

    private RenderWatchdog(ProcessTree processes, ProxyPass pass, RenderSettings settings) {
        this.processes = processes;
        this.pass = pass;
        this.settings = settings;
        this.end = System.nanoTime() + settings.deadline().toNanos();
        this.looks = TIMER.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Watches a browser with a page from now on. */
    static RenderWatchdog over(ProcessTree processes, ProxyPass pass, RenderSettings settings) {
        return new RenderWatchdog(processes, pass, settings);
    }

    private synchronized void look() {
        Failed found = verdict == null ? judge() : null;
        if (found != null) {
            verdict = found;
            processes.kill();
        }
    }

    private @Nullable Failed judge() {
        if (pass.exhausted()) {
            return new Failed(
                    FailureReason.TOO_LARGE,
                    "Not read: the page loads more than %d bytes or %d files."
                            .formatted(settings.pageBytes(), settings.pageRequests()));
        }
        if (System.nanoTime() - end > 0) {
            return new Failed(
                    FailureReason.RENDER_TIMEOUT,
                    "The page was not ready within %d seconds."
                            .formatted(settings.deadline().toSeconds()));
        }
        return processes.largest() > settings.memory()
                ? new Failed(
                        FailureReason.RENDER_FAILED,
                        "The page takes more than %d bytes of the browser's memory.".formatted(settings.memory()))
                : null;
    }

    /** Looks once more; why the browser was ended, or is to be, empty when neither. */
    Optional<Failed> verdict() {
        look();
        return Optional.ofNullable(verdict);
    }

    @Override
    public void close() {
        looks.cancel(false);
    }
}
