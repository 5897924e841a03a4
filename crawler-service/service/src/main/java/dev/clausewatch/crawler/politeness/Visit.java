package dev.clausewatch.crawler.politeness;

import dev.clausewatch.crawler.FailureReason;
import dev.clausewatch.crawler.declaration.DocumentDefinition;
import dev.clausewatch.crawler.fetch.FetchOutcome.Failed;
import dev.clausewatch.crawler.fetch.RequestGate;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one capture. It holds one host lease at a time and releases it before waiting for another host, so that captures cannot
 * deadlock. Before every request and while waiting it renews the capture's claim, and stops if the claim is lost. Not for several threads.
 */
public final class Visit implements RequestGate, AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(50);

    private final HostRepository hosts;
    private final Robots robots;
    private final UnlimitedHosts unlimited;
    private final PolitenessConfig config;
    private final String holder;
    private final BooleanSupplier wanted;

    /** The host that is held; none while an unlimited one is asked. */
    private @Nullable String held;

    private Duration pause;
    private boolean asked;

    Visit(
            HostRepository hosts,
            Robots robots,
            UnlimitedHosts unlimited,
            PolitenessConfig config,
            String holder,
            String host,
            BooleanSupplier wanted) {
        this.hosts = hosts;
        this.robots = robots;
        this.unlimited = unlimited;
        this.config = config;
        this.holder = holder;
        this.wanted = wanted;
        this.held = unlimited.has(host) ? null : host;
        this.pause = config.delay();
    }

    @Override
    public @Nullable Failed enter(URI url) {
        try {
            if (!wanted.getAsBoolean()) {
                return unwanted(url);
            }
            Failed failed = turn(url);
            return failed == null ? verdict(url) : failed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Failed(FailureReason.TIMEOUT, "The service stops.", url);
        }
    }

    /** Waits for the host's turn. */
    private @Nullable Failed turn(URI url) throws InterruptedException {
        String next = DocumentDefinition.hostOf(url);
        if (next.equals(held)) {
            if (asked) {
                hosts.renew(next, holder);
                sleepFor(pause);
            }
            return null;
        }
        close();
        if (unlimited.has(next)) {
            return null;
        }
        Failed failed = waitFor(next, url);
        if (failed == null) {
            held = next;
            pause = config.delay();
        }
        return failed;
    }

    /** Tells of a request that failed: a host that sends us away is left alone. */
    public void failed(Failed failed) {
        if (HostRefusal.in(failed)) {
            hosts.refused(
                    DocumentDefinition.hostOf(failed.url()),
                    failed,
                    ThreadLocalRandom.current().nextDouble());
        }
    }

    @Override
    public boolean stay() {
        if (held != null) {
            hosts.renew(held, holder);
        }
        return wanted.getAsBoolean();
    }

    private @Nullable Failed verdict(URI url) {
        return switch (robots.check(url)) {
            case RobotsDecision.Allowed allowed -> {
                pause = allowed.delay();
                asked = true;
                yield null;
            }
            case RobotsDecision.Refused refused -> refused.failure();
        };
    }

    private @Nullable Failed waitFor(String next, URI url) throws InterruptedException {
        long patience = System.nanoTime() + config.lease().toNanos();
        asked = false;
        while (!hosts.takeNow(next, holder)) {
            if (System.nanoTime() > patience) {
                return new Failed(
                        FailureReason.TIMEOUT, "Other captures kept the host " + next + " busy for too long.", url);
            }
            sleepFor(LOOK);
            if (!wanted.getAsBoolean()) {
                return unwanted(url);
            }
        }
        return null;
    }

    private static Failed unwanted(URI url) {
        return new Failed(FailureReason.TIMEOUT, "Another capture took the document over.", url);
    }

    private static void sleepFor(Duration time) throws InterruptedException {
        // A semaphore nobody releases: a wait that an interrupt ends.
        var unused = new Semaphore(0).tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Gives the host back. */
    @Override
    public void close() {
        if (held != null) {
            hosts.release(held, holder, pause);
            held = null;
        }
    }
}
