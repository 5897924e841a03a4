package dev.clausewatch.crawler.schedule;

import dev.clausewatch.crawler.FailureReason;
import dev.clausewatch.crawler.document.DocumentDue;
import dev.clausewatch.runtime.database.DatabaseException;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Claims due documents and captures each on a virtual thread, so many at a time as configured. When the service stops it claims no
 * more, lets captures end for a while and gives the others back.
 */
@ApplicationScoped
public class CaptureLoop {

    private static final Logger LOG = Logger.getLogger(CaptureLoop.class);
    private static final Duration LEAST_WAIT = Duration.ofMillis(5);
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(30);

    private final ClaimRepository claims;
    private final CaptureStateRepository states;
    private final CaptureRun captureRun;
    private final CaptureRecorder recorder;
    private final ScheduleConfig config;
    private final MeterRegistry metrics;
    private final Clock clock;

    private final Semaphore free;
    private final Semaphore nudges = new Semaphore(0);
    private final Map<String, Running> running = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    private record Running(Claim claim, Thread thread) {}

    CaptureLoop(
            ClaimRepository claims,
            CaptureStateRepository states,
            CaptureRun captureRun,
            CaptureRecorder recorder,
            ScheduleConfig config,
            MeterRegistry metrics,
            Clock clock) {
        this.claims = claims;
        this.states = states;
        this.captureRun = captureRun;
        this.recorder = recorder;
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
        this.free = new Semaphore(config.concurrency());
    }

    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("capture-loop").start(this::loop);
    }

    void nudge(@Observes DocumentDue due) {
        nudge();
    }

    /** Looks for due documents at once. */
    void nudge() {
        nudges.release();
    }

    private void loop() {
        while (!stopping) {
            Duration wait = config.poll();
            try {
                int places = free.availablePermits();
                List<Claim> claimed = places == 0 ? List.of() : claims.claim(clock.instant(), places);
                claimed.forEach(this::begin);
                wait = places == 0 ? config.poll() : untilNext();
            } catch (RuntimeException e) {
                LOG.warnf("Due documents cannot be claimed for now: %s", e);
            } catch (Error e) {
                // The service looks alive without this thread, so nothing may end it.
                LOG.error("Due documents cannot be claimed for now", e);
            }
            await(wait);
        }
    }

    private Duration untilNext() {
        Duration wait = claims.nextDue(clock.instant()).orElse(config.poll());
        if (wait.compareTo(config.poll()) > 0) {
            return config.poll();
        }
        return wait.compareTo(LEAST_WAIT) < 0 ? LEAST_WAIT : wait;
    }

    private void await(Duration wait) {
        try {
            if (nudges.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                nudges.drainPermits();
            }
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    private void begin(Claim claim) {
        free.acquireUninterruptibly();
        Thread thread = Thread.ofVirtual().name("capture " + claim.documentId()).unstarted(() -> capture(claim));
        running.put(claim.token(), new Running(claim, thread));
        thread.start();
    }

    private void capture(Claim claim) {
        try {
            states.find(claim).ifPresent(state -> record(claim, state));
        } catch (RuntimeException | Error e) {
            LOG.errorf(e, "A capture could not be recorded documentId=%s", claim.documentId());
            release(claim, AFTER_A_FAULT);
        } finally {
            running.remove(claim.token());
            free.release();
            nudge();
        }
    }

    private void record(Claim claim, CaptureState state) {
        long started = System.nanoTime();
        CaptureResult result;
        try {
            result = captureRun.run(claim, state);
        } catch (DatabaseException e) {
            throw e;
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            // Errors too: a page can make a regular expression of the declaration overflow the stack.
            LOG.errorf(e, "A capture met a fault of ours documentId=%s", claim.documentId());
            result = internal(state, e);
        }
        if (stopping && Thread.currentThread().isInterrupted()) {
            return;
        }
        CaptureRecorder.Recorded recorded = recorder.record(claim, state, result);
        String outcome = recorded.name().toLowerCase(Locale.ROOT);
        metrics.timer("clausewatch.captures", "outcome", outcome)
                .record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
        if (recorded == CaptureRecorder.Recorded.FAILED && result instanceof CaptureResult.Failed failed) {
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
                null,
                null);
    }

    private void release(Claim claim, Duration wait) {
        try {
            claims.release(claim, clock.instant().plus(wait));
        } catch (RuntimeException e) {
            LOG.warnf("A claim is left to run out documentId=%s: %s", claim.documentId(), e);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        nudge();
        if (!free.tryAcquire(config.concurrency(), config.drain().toMillis(), TimeUnit.MILLISECONDS)) {
            List<Running> late = List.copyOf(running.values());
            late.forEach(capture -> capture.thread().interrupt());
            late.forEach(capture -> release(capture.claim(), Duration.ZERO));
        }
    }
}
