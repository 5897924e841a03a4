package dev.clausewatch.crawler.schedule;

import dev.clausewatch.crawler.archive.Archive;
import dev.clausewatch.crawler.archive.Snapshot;
import dev.clausewatch.crawler.archive.SnapshotPlan;
import dev.clausewatch.crawler.archive.SnapshotPlan.Planned;
import dev.clausewatch.crawler.document.DocumentDefinition;
import dev.clausewatch.crawler.extract.Extractor;
import dev.clausewatch.events.CaptureFailed;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.SnapshotCaptured;
import dev.clausewatch.events.SnapshotVerified;
import dev.clausewatch.events.SourceDegraded;
import dev.clausewatch.events.SourceRecovered;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Writes what follows from a capture: evidence, schedule and events in one transaction, under the lock of the document's row. A
 * claim that was lost, or a declaration that changed meanwhile, makes the capture worth nothing: another one follows.
 */
@ApplicationScoped
class CaptureRecorder {

    private final CaptureStateRepository states;
    private final ClaimRepository claims;
    private final Archive archive;
    private final CaptureEvents events;
    private final ScheduleConfig config;
    private final NextAttempt nextAttempt;
    private final Clock clock;

    CaptureRecorder(
            CaptureStateRepository states,
            ClaimRepository claims,
            Archive archive,
            CaptureEvents events,
            ScheduleConfig config,
            Clock clock) {
        this.states = states;
        this.claims = claims;
        this.archive = archive;
        this.events = events;
        this.config = config;
        this.nextAttempt = new NextAttempt(config.firstRetry(), config.longestRetry(), config.jitter());
        this.clock = clock;
    }

    /** What became of a capture, for logs and metrics. */
    enum Recorded {
        CAPTURED,
        VERIFIED,
        FAILED,
        DROPPED
    }

    Recorded record(Claim claim, CaptureState read, CaptureResult result) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Optional<CaptureState> state = states.lock(claim);
            Instant now = clock.instant();
            if (state.isEmpty()) {
                return Recorded.DROPPED;
            }
            if (!state.get().definition().equals(read.definition())) {
                claims.release(claim, now);
                return Recorded.DROPPED;
            }
            return switch (result) {
                case CaptureResult.Unchanged unchanged -> verified(claim, state.get(), now);
                case CaptureResult.Read fresh -> captured(claim, state.get(), fresh, now);
                case CaptureResult.Failed failed -> failed(claim, state.get(), failed, now);
            };
        });
    }

    private Recorded verified(Claim claim, CaptureState state, Instant now) {
        DocumentRef document = state.definition().ref();
        Snapshot newest = archive.newest(document.id()).orElseThrow();
        verify(document, newest, now, true);
        succeed(claim, state, null, now);
        return Recorded.VERIFIED;
    }

    private Recorded captured(Claim claim, CaptureState state, CaptureResult.Read fresh, Instant now) {
        DocumentRef document = state.definition().ref();
        Snapshot newest = archive.newest(document.id()).orElse(null);
        List<Planned> plan = SnapshotPlan.plan(newest, fresh.reading(), fresh.upgrade(), fresh.reread());
        for (Planned planned : plan) {
            SnapshotCaptured captured = archive.append(document, newest, planned, Extractor.VERSION, now);
            events.captured(captured);
            newest = archive.newest(document.id()).orElseThrow();
        }
        if (plan.isEmpty()) {
            verify(document, Objects.requireNonNull(newest), now, false);
        }
        succeed(claim, state, fresh.validators(), now);
        return plan.isEmpty() ? Recorded.VERIFIED : Recorded.CAPTURED;
    }

    private void verify(DocumentRef document, Snapshot newest, Instant now, boolean notModified) {
        events.verified(
                new SnapshotVerified(document, newest.id(), newest.sequence(), newest.textHash(), now, notModified));
    }

    private void succeed(Claim claim, CaptureState state, @Nullable List<SourceValidators> validators, Instant now) {
        DocumentDefinition definition = state.definition();
        SourceHealth before = state.health();
        if (before.degraded() && before.failingSince() != null) {
            events.recovered(
                    new SourceRecovered(definition.ref(), before.failingSince(), now, before.consecutiveFailures()));
        }
        double random = ThreadLocalRandom.current().nextDouble();
        Instant next = nextAttempt.afterSuccess(now, definition.cadence(), random);
        states.succeeded(claim, state, CaptureRun.extractor(), validators, now, next);
    }

    private Recorded failed(Claim claim, CaptureState state, CaptureResult.Failed failed, Instant now) {
        DocumentDefinition definition = state.definition();
        SourceHealth before = state.health();
        SourceHealth after = before.failed(failed.reason().code(), failed.detail(), now, config.degradedAfter());
        Instant next =
                nextAttempt.afterFailure(now, after.consecutiveFailures(), definition.cadence(), failed.retryAfter());
        if (failed.refused() != null) {
            archive.keep(failed.refused(), failed.mediaType(), now);
        }
        events.failed(new CaptureFailed(
                definition.ref(),
                failed.reason().code(),
                failed.detail(),
                failed.url(),
                failed.status(),
                failed.refused() == null ? null : failed.refused().sha256(),
                now,
                after.consecutiveFailures(),
                next));
        if (after.degraded() && !before.degraded()) {
            events.degraded(
                    new SourceDegraded(
                            definition.ref(),
                            failed.reason().code(),
                            failed.detail(),
                            Objects.requireNonNull(after.failingSince()),
                            after.consecutiveFailures(),
                            next),
                    now);
        }
        states.failed(claim, after, now, next);
        return Recorded.FAILED;
    }
}
