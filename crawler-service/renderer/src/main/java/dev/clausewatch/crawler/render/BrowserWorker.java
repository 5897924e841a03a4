package dev.clausewatch.crawler.render;

import dev.clausewatch.crawler.FailureReason;
import dev.clausewatch.crawler.render.Rendering.Failed;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The thread that owns a browser: starts it for the first page, ends it when there was none for a while, and replaces it after any
 * fault.
 */
final class BrowserWorker implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(BrowserWorker.class);
    private static final int STOP_SECONDS = 10;

    /** Node.js and one of Chromium. */
    private static final int FEWEST_PROCESSES = 2;

    private final BlockingQueue<RenderTask> queue;
    private final Supplier<BrowserProcess> browsers;
    private final RenderSettings settings;
    private final Thread thread;

    private volatile @Nullable BrowserProcess process;
    private volatile boolean stopping;

    BrowserWorker(BlockingQueue<RenderTask> queue, Supplier<BrowserProcess> browsers, RenderSettings settings) {
        this.queue = queue;
        this.browsers = browsers;
        this.settings = settings;
        this.thread = Thread.ofPlatform().daemon().name("browser").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!stopping) {
                RenderTask task = process == null
                        ? queue.take()
                        : queue.poll(settings.idle().toMillis(), TimeUnit.MILLISECONDS);
                if (task == null) {
                    endQuietly();
                } else if (!task.outcome().isDone()) {
                    task.outcome().complete(outcome(task));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end();
        }
    }

    /** The thread goes on, for the pages to come. */
    private void endQuietly() {
        try {
            end();
        } catch (RuntimeException | Error e) {
            LOG.error("A browser did not end in good order", e);
        }
    }

    private Rendering outcome(RenderTask task) {
        try {
            return render(running(), task);
        } catch (IOException e) {
            endQuietly();
            return Rendering.broken("Chromium does not start: " + e.getMessage());
        } catch (RuntimeException | Error e) {
            // The thread goes on, for the pages after this one.
            LOG.errorf(e, "A page could not be rendered url=%s", task.job().url());
            endQuietly();
            return Rendering.broken("The crawler failed; its log says more.");
        }
    }

    private Rendering render(BrowserProcess browser, RenderTask task) {
        try (RenderWatchdog watch = RenderWatchdog.over(browser.processes(), task.pass(), settings)) {
            Rendering rendering = answer(browser, task);
            Optional<Failed> verdict = watch.verdict();
            if (verdict.isPresent() || isBroken(rendering)) {
                end();
            }
            return verdict.map(Rendering.class::cast).orElse(rendering);
        }
    }

    private static boolean isBroken(Rendering rendering) {
        return rendering instanceof Failed failed && failed.reason() == FailureReason.RENDER_FAILED;
    }

    private static Rendering answer(BrowserProcess browser, RenderTask task) {
        try {
            return browser.render(task.job());
        } catch (IOException e) {
            return Rendering.broken("The browser ended while it rendered the page.");
        }
    }

    private BrowserProcess running() throws IOException {
        BrowserProcess running = process;
        if (running != null && running.processes().alive(FEWEST_PROCESSES)) {
            return running;
        }
        end();
        BrowserProcess fresh = browsers.get();
        process = fresh;
        if (stopping) {
            fresh.processes().kill();
        }
        fresh.ready();
        return fresh;
    }

    private void end() {
        BrowserProcess running = process;
        process = null;
        if (running != null) {
            running.close();
        }
    }

    /** Ends the browser, even in the middle of a page. */
    @Override
    public void close() {
        stopping = true;
        BrowserProcess running = process;
        if (running != null) {
            running.processes().kill();
        }
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
