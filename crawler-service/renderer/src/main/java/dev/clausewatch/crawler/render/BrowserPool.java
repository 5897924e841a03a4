package dev.clausewatch.crawler.render;

import dev.clausewatch.crawler.FailureReason;
import dev.clausewatch.crawler.fetch.FetchSettings;
import dev.clausewatch.crawler.proxy.LoopbackProxy;
import dev.clausewatch.crawler.proxy.ProxyLimits;
import dev.clausewatch.crawler.proxy.ProxyPass;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;

/** So many browsers as pages may be rendered at the same time, the queue before them and the proxy behind them. Thread-safe. */
final class BrowserPool implements AutoCloseable {

    /** Pages that may wait for each browser. */
    private static final int WAITING = 16;

    private final LoopbackProxy proxy;
    private final BlockingQueue<RenderTask> queue;
    private final List<BrowserWorker> workers;

    private BrowserPool(LoopbackProxy proxy, BlockingQueue<RenderTask> queue, List<BrowserWorker> workers) {
        this.proxy = proxy;
        this.queue = queue;
        this.workers = List.copyOf(workers);
    }

    static BrowserPool start(BrowserPrograms.Found programs, RenderSettings settings, FetchSettings fetch) {
        LoopbackProxy proxy = LoopbackProxy.start(fetch.connectTimeout());
        BlockingQueue<RenderTask> queue = new ArrayBlockingQueue<>(settings.pages() * WAITING);
        List<BrowserWorker> workers = Stream.generate(() -> new BrowserWorker(
                        queue,
                        () -> BrowserProcess.start(programs, settings, proxy.url(), fetch.userAgent()),
                        settings))
                .limit(settings.pages())
                .toList();
        workers.forEach(BrowserWorker::start);
        return new BrowserPool(proxy, queue, workers);
    }

    ProxyPass pass(DnsResolver dns, ProxyLimits limits) {
        return proxy.pass(dns, limits);
    }

    /** Queues a page; false when too many wait already. */
    boolean submit(RenderTask task) {
        return queue.offer(task);
    }

    @Override
    public void close() {
        workers.forEach(BrowserWorker::close);
        List<RenderTask> left = new ArrayList<>();
        queue.drainTo(left);
        left.forEach(task ->
                task.outcome().complete(new Rendering.Failed(FailureReason.RENDER_TIMEOUT, "The service stops.")));
        proxy.close();
    }
}
