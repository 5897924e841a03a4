package dev.clausewatch.crawler.politeness;

import dev.clausewatch.crawler.FailureReason;
import dev.clausewatch.crawler.document.DocumentDefinition;
import dev.clausewatch.crawler.fetch.FetchOutcome.Failed;
import dev.clausewatch.crawler.fetch.HopGate;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one capture. It holds one host at a time: before it waits for the next it gives back the last, so that two
 * captures never wait for each other. At every hop, and at every look while it waits, it asks whether the capture is still wanted, so
 * that the capture's claim does not run out on the way. Not for several threads.
 */
public final class Visit implements HopGate, AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(50);

    private final HostRepository hosts;
    private final Robots robots;
    private final PolitenessConfig config;
    private final String holder;
    private final BooleanSupplier wanted;
    private String host;
    private Duration pause;
    private boolean held = true;
    private boolean asked;

    Visit(
            HostRepository hosts,
            Robots robots,
            PolitenessConfig config,
            String holder,
            String host,
            BooleanSupplier wanted) {
        this.hosts = hosts;
        this.robots = robots;
        this.config = config;
        this.holder = holder;
        this.host = host;
        this.wanted = wanted;
        this.pause = config.delay();
    }

    @Override
    public @Nullable Failed enter(URI url) {
        try {
            if (!wanted.getAsBoolean()) {
                return unwanted(url);
            }
            String next = DocumentDefinition.hostOf(url);
            if (!held || !next.equals(host)) {
                close();
                Failed failed = waitFor(next, url);
                if (failed != null) {
                    return failed;
                }
                host = next;
                pause = config.delay();
                held = true;
            } else if (asked) {
                hosts.renew(host, holder);
                wait(pause);
            }
            return verdict(url);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Failed(FailureReason.TIMEOUT, "The service stops.", url);
        }
    }

    private @Nullable Failed verdict(URI url) {
        return switch (robots.check(url)) {
            case RobotsVerdict.Allowed allowed -> {
                pause = allowed.delay();
                asked = true;
                yield null;
            }
            case RobotsVerdict.Refused refused -> refused.failure();
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
            wait(LOOK);
            if (!wanted.getAsBoolean()) {
                return unwanted(url);
            }
        }
        return null;
    }

    private static Failed unwanted(URI url) {
        return new Failed(FailureReason.TIMEOUT, "Another capture took the document over.", url);
    }

    private static void wait(Duration time) throws InterruptedException {
        // A semaphore nobody releases: a wait that an interrupt ends.
        var unused = new Semaphore(0).tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Gives the host back. */
    @Override
    public void close() {
        if (held) {
            hosts.release(host, holder, pause);
            held = false;
        }
    }
}
