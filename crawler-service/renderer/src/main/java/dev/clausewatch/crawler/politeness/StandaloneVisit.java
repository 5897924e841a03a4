package dev.clausewatch.crawler.politeness;

import dev.clausewatch.crawler.FailureReason;
import dev.clausewatch.crawler.declaration.DocumentDefinition;
import dev.clausewatch.crawler.fetch.FetchOutcome.Failed;
import dev.clausewatch.crawler.fetch.PageFetcher;
import dev.clausewatch.crawler.fetch.RequestGate;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The requests of a process without a database, such as a command: follows robots.txt and keeps the pauses within this process. Not for
 * several threads.
 */
public final class StandaloneVisit implements RequestGate {

    private final Robots robots;
    private final UnlimitedHosts unlimited;

    /** When each host may be asked again, by {@link System#nanoTime}. */
    private final Map<String, Long> free = new HashMap<>();

    /**
     * Knows nothing of any site yet.
     *
     * @param fetcher for robots.txt
     * @param unlimited hosts that are asked without a pause
     */
    public StandaloneVisit(PageFetcher fetcher, RobotsSettings settings, UnlimitedHosts unlimited, Clock clock) {
        this.robots = new Robots(fetcher, RobotsCache.NONE, settings, clock);
        this.unlimited = unlimited;
    }

    @Override
    public @Nullable Failed enter(URI url) {
        String host = DocumentDefinition.hostOf(url);
        try {
            pause(host);
            return switch (robots.check(url)) {
                case RobotsDecision.Allowed allowed -> {
                    Duration delay = unlimited.has(host) ? Duration.ZERO : allowed.delay();
                    free.put(host, System.nanoTime() + delay.toNanos());
                    yield null;
                }
                case RobotsDecision.Refused refused -> refused.failure();
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Failed(FailureReason.TIMEOUT, "The command was interrupted.", url);
        }
    }

    private void pause(String host) throws InterruptedException {
        Long until = free.get(host);
        if (until != null) {
            // A semaphore nobody releases: a wait that an interrupt ends.
            var unused = new Semaphore(0).tryAcquire(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
    }
}
