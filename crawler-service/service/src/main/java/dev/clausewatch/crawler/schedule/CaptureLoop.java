package dev.clausewatch.crawler.schedule;

import dev.clausewatch.crawler.FailureReason;
import dev.clausewatch.crawler.document.DocumentDue;
import dev.clausewatch.crawler.politeness.UnlimitedHosts;
import dev.clausewatch.runtime.database.DatabaseException;
import dev.clausewatch.runtime.health.LoopWatch;
import dev.clausewatch.runtime.health.WakeableLoop;
import dev.clausewatch.runtime.time.Backoff;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Claims due documents and captures each on a virtual thread, up to the configured concurrency. On shutdown it stops claiming, gives
 * running captures time to finish, and releases the claims of the rest.
 */
@ApplicationScoped
public class CaptureLoop {

    private static final Logger LOG = Logger.getLogger(CaptureLoop.class);
    private static final Duration LEAST_WAIT = Duration.ofMillis(5);
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(30);
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(10);
    private static final Duration LAST_ROUND = Duration.ofSeconds(5);

    private final ClaimRepository claims;
    private final DueDocuments dueDocuments;
    private final CaptureRun captureRun;
    private final RecordingQueue recordings;
    private final UnlimitedHosts unlimited;
    private final ScheduleConfig config;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final WakeableLoop loop;
    private final Semaphore free;
    private final Map<String, Running> running = new ConcurrentHashMap<>();

    private record Running(Claim claim, Thread thread) {}

    CaptureLoop(
            ClaimRepository claims,
            DueDocuments dueDocuments,
            CaptureRun captureRun,
            RecordingQueue recordings,
            UnlimitedHosts unlimited,
            ScheduleConfig config,
            MeterRegistry metrics,
            Clock clock,
            LoopWatch watch) {
        this.claims = claims;
        this.dueDocuments = dueDocuments;
        this.captureRun = captureRun;
        this.recordings = recordings;
        this.unlimited = unlimited;
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
        this.free = new Semaphore(config.concurrency());
        this.loop = new WakeableLoop(
                "capture-loop", watch, LONGEST_ROUND, new Backoff(config.poll(), config.poll()), this::claimDue);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void nudge(@Observes DocumentDue due) {
        nudge();
    }

    /** Looks for due documents at once. */
    void nudge() {
        loop.wake();
    }

    /** Begins what is due, as far as there is room; how long to wait before looking again. */
    private Duration claimDue() {
        int places = free.availablePermits();
        if (places == 0) {
            return config.poll();
        }
        beginAll(claims.claim(clock.instant(), places, unlimited.free(this::running)));
        return untilNext();
    }

    private Duration untilNext() {
        Duration wait = claims.nextDue(clock.instant(), fullHosts()).orElse(config.poll());
        if (wait.compareTo(config.poll()) > 0) {
            return config.poll();
        }
        return wait.compareTo(LEAST_WAIT) < 0 ? LEAST_WAIT : wait;
    }

    private int running(String host) {
        return (int) running.values().stream()
                .filter(capture -> capture.claim().host().equals(host))
                .count();
    }

    /** Hosts of which nothing can be claimed before some capture ends, which is told of. */
    private List<String> fullHosts() {
        return unlimited.free(this::running).entrySet().stream()
                .filter(host -> host.getValue() == 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    private void beginAll(List<Claim> claimed) {
        if (claimed.isEmpty()) {
            return;
        }
        List<DueDocument> due;
        try {
            due = dueDocuments.find(claimed);
        } catch (DatabaseException e) {
            claimed.forEach(claim -> release(claim, AFTER_A_FAULT));
            throw e;
        }
        due.forEach(this::begin);
    }

    private void begin(DueDocument due) {
        Claim claim = due.claim();
        free.acquireUninterruptibly();
        Thread thread = Thread.ofVirtual().name("capture " + claim.documentId()).unstarted(() -> capture(due));
        running.put(claim.token(), new Running(claim, thread));
        thread.start();
    }

    private void capture(DueDocument due) {
        Claim claim = due.claim();
        try {
            reread(due).ifPresentOrElse(this::captureAndRecord, () -> claims.releaseHost(claim));
        } catch (RuntimeException | Error e) {
            LOG.errorf(e, "A capture could not be recorded documentId=%s", claim.documentId());
            release(claim, AFTER_A_FAULT);
        } finally {
            running.remove(claim.token());
            free.release();
            nudge();
        }
    }

    /** Reads the kept bytes in today's way where that is due; the document as it is then, if it is still ours. */
    private Optional<DueDocument> reread(DueDocument due) {
        Optional<CaptureResult.Reread> reread;
        try {
            reread = captureRun.reread(due);
        } catch (DatabaseException | OutOfMemoryError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            LOG.errorf(
                    e,
                    "Kept bytes cannot be read again documentId=%s",
                    due.claim().documentId());
            return Optional.of(due);
        }
        if (reread.isEmpty()) {
            return Optional.of(due);
        }
        RecordingResult recorded = recordings.record(new Capture(due, reread.get()));
        LOG.debugf(
                "Kept bytes were read again documentId=%s outcome=%s",
                due.claim().documentId(), recorded);
        return claims.renew(due.claim())
                ? dueDocuments.find(List.of(due.claim())).stream().findFirst()
                : Optional.empty();
    }

    private void captureAndRecord(DueDocument due) {
        Claim claim = due.claim();
        long started = System.nanoTime();
        CaptureResult result;
        try {
            result = captureRun.run(due);
        } catch (DatabaseException | OutOfMemoryError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            // Errors too: a page can make a regular expression of the declaration overflow the stack.
            LOG.errorf(e, "A capture met a fault of ours documentId=%s", claim.documentId());
            result = internal(due.state(), e);
        }
        if (loop.isStopping() && Thread.currentThread().isInterrupted()) {
            return;
        }
        RecordingResult recorded = recordings.record(new Capture(due, result));
        String outcome = recorded.name().toLowerCase(Locale.ROOT);
        metrics.timer("clausewatch.captures", "outcome", outcome)
                .record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
        if (recorded == RecordingResult.FAILED && result instanceof CaptureResult.Failed failed) {
            metrics.counter(
                            "clausewatch.capture.failures",
                            "reason",
                            failed.reason().code())
                    .increment();
            LOG.infof(
                    "A capture failed documentId=%s reason=%s detail=%s",
                    claim.documentId(), failed.reason().code(), failed.detail());
        } else {
            LOG.debugf("A capture ended documentId=%s outcome=%s", claim.documentId(), outcome);
        }
    }

    private static CaptureResult internal(CaptureState state, Throwable e) {
        return new CaptureResult.Failed(
                FailureReason.INTERNAL,
                "The crawler failed: " + e.getClass().getSimpleName() + ". Its log says more.",
                state.definition().sources().getFirst().fetch(),
                null,
                null,
                null);
    }

    private void release(Claim claim, Duration wait) {
        try {
            claims.releaseHost(claim);
            claims.release(claim, clock.instant().plus(wait));
        } catch (RuntimeException | Error e) {
            LOG.warnf("A claim is left to run out documentId=%s: %s", claim.documentId(), e);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        loop.stop();
        // A round that claims documents just now begins their captures; then all of them are waited for.
        boolean ended = loop.join(LAST_ROUND);
        if (!ended) {
            LOG.warn("The capture loop did not end in time: what it claimed just now is left to run out");
        }
        if (!free.tryAcquire(config.concurrency(), config.drain().toMillis(), TimeUnit.MILLISECONDS)) {
            List<Running> late = List.copyOf(running.values());
            late.forEach(capture -> capture.thread().interrupt());
            late.forEach(capture -> release(capture.claim(), Duration.ZERO));
        }
    }
}
