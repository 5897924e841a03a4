package dev.clausewatch.crawler.schedule;

import dev.clausewatch.crawler.archive.Archive;
import dev.clausewatch.crawler.archive.DocumentText.ReadPage;
import dev.clausewatch.crawler.archive.Snapshot;
import dev.clausewatch.crawler.archive.SnapshotPlan;
import dev.clausewatch.crawler.archive.SnapshotPlan.Planned;
import dev.clausewatch.crawler.declaration.DocumentDefinition;
import dev.clausewatch.crawler.extract.Extractor;
import dev.clausewatch.crawler.schedule.CaptureStateRepository.Changes;
import dev.clausewatch.events.CaptureFailed;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.SnapshotVerified;
import dev.clausewatch.events.SourceDegraded;
import dev.clausewatch.events.SourceRecovered;
import dev.clausewatch.events.Topic;
import dev.clausewatch.runtime.messaging.EventLog;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Writes what follows from captures: evidence, schedule and events in one transaction, under the locks of the documents' capture states. A
 * capture is discarded when its claim was lost, or its declaration or newest snapshot changed meanwhile; the document is captured again.
 */
@ApplicationScoped
class CaptureRecorder {

    private final CaptureStateRepository states;
    private final ClaimRepository claims;
    private final Archive archive;
    private final EventLog eventLog;
    private final ScheduleConfig config;
    private final NextAttempt nextAttempt;
    private final Clock clock;

    CaptureRecorder(
            CaptureStateRepository states,
            ClaimRepository claims,
            Archive archive,
            EventLog eventLog,
            ScheduleConfig config,
            Clock clock) {
        this.states = states;
        this.claims = claims;
        this.archive = archive;
        this.eventLog = eventLog;
        this.config = config;
        this.nextAttempt = new NextAttempt(config.firstRetry(), config.longestRetry(), config.jitter());
        this.clock = clock;
    }

    /** One transaction in the making: its time, and what is written at its end. */
    private record Work(Instant now, Changes changes, CaptureEvents events) {}

    /** A capture with what its document is now, under the lock of its capture state. */
    private record Locked(
            Capture capture, CaptureState state, @Nullable Snapshot newest) {

        private DocumentRef document() {
            return state.definition().ref();
        }

        private Claim claim() {
            return capture.due().claim();
        }

        /** Whether the capture still tells something of what is there. */
        private boolean holds() {
            return state.definition().equals(capture.due().state().definition())
                    && capture.due().hasNewest(newest);
        }
    }

    /** Does the work of recording that needs no transaction. */
    void prepare(CaptureResult result) {
        if (result instanceof CaptureResult.Read read) {
            archive.prepare(read.reading());
        }
    }

    /** Records a capture as soon as nobody else has its document's capture state. */
    RecordingResult record(Capture capture) {
        Claim claim = capture.due().claim();
        return QuarkusTransaction.requiringNew()
                .call(() -> write(List.of(capture), states.lock(claim))
                        .getOrDefault(claim.token(), RecordingResult.DROPPED));
    }

    /** Records captures in one transaction, except those whose rows somebody else has or whose claims are lost; by token. */
    Map<String, RecordingResult> record(List<Capture> captures) {
        List<Claim> wanted = captures.stream().map(one -> one.due().claim()).toList();
        return QuarkusTransaction.requiringNew().call(() -> write(captures, states.lockFree(wanted)));
    }

    private Map<String, RecordingResult> write(List<Capture> captures, Map<String, CaptureState> locked) {
        Map<String, Snapshot> newest = archive.newest(
                captures.stream().map(one -> one.due().claim().documentId()).toList());
        Work work = new Work(clock.instant(), new Changes(), new CaptureEvents());
        Map<String, RecordingResult> outcomes = new HashMap<>();
        for (Capture capture : captures) {
            Claim claim = capture.due().claim();
            CaptureState state = locked.get(claim.token());
            if (state != null) {
                outcomes.put(claim.token(), follow(new Locked(capture, state, newest.get(claim.documentId())), work));
            }
        }
        states.write(work.changes);
        eventLog.append(Topic.CAPTURES, work.events.gathered());
        return outcomes;
    }

    private RecordingResult follow(Locked locked, Work work) {
        if (!locked.holds()) {
            claims.release(locked.claim(), work.now);
            return RecordingResult.DROPPED;
        }
        return switch (locked.capture.result()) {
            case CaptureResult.Unchanged same -> verified(locked, same.notModified(), same.pages(), work);
            case CaptureResult.Read fresh -> captured(locked, fresh, work);
            case CaptureResult.Reread reread -> reread(locked, reread, work);
            case CaptureResult.Failed failed -> failed(locked, failed, work);
        };
    }

    private RecordingResult captured(Locked locked, CaptureResult.Read fresh, Work work) {
        Optional<Planned> planned = SnapshotPlan.ofCapture(locked.newest, fresh.reading(), fresh.upgrade());
        if (planned.isEmpty()) {
            return verified(locked, false, fresh.pages(), work);
        }
        append(locked, planned.get(), work);
        succeed(locked, fresh.pages(), work);
        return RecordingResult.CAPTURED;
    }

    private RecordingResult reread(Locked locked, CaptureResult.Reread reread, Work work) {
        SnapshotPlan.ofReread(Objects.requireNonNull(locked.newest), reread.reading(), reread.upgrade())
                .ifPresent(planned -> append(locked, planned, work));
        states.reread(locked.state, CaptureRun.extractor());
        return RecordingResult.REREAD;
    }

    private void append(Locked locked, Planned planned, Work work) {
        work.events.captured(archive.append(locked.document(), locked.newest, planned, Extractor.VERSION, work.now));
    }

    private RecordingResult verified(Locked locked, boolean notModified, List<PreviousPage> pages, Work work) {
        Snapshot newest = Objects.requireNonNull(locked.newest);
        work.events.verified(new SnapshotVerified(
                locked.document(), newest.id(), newest.sequence(), newest.textHash(), work.now, notModified));
        succeed(locked, pages, work);
        return RecordingResult.VERIFIED;
    }

    private void succeed(Locked locked, List<PreviousPage> pages, Work work) {
        SourceHealth before = locked.state.health();
        if (before.degraded() && before.failingSince() != null) {
            work.events.recovered(new SourceRecovered(
                    locked.document(), before.failingSince(), work.now, before.consecutiveFailures()));
        }
        double random = ThreadLocalRandom.current().nextDouble();
        Instant next =
                nextAttempt.afterSuccess(work.now, locked.state.definition().cadence(), random);
        work.changes.succeeded(locked.state, CaptureRun.extractor(), pages, work.now, next);
    }

    private RecordingResult failed(Locked locked, CaptureResult.Failed failed, Work work) {
        DocumentDefinition definition = locked.state.definition();
        SourceHealth before = locked.state.health();
        SourceHealth after = before.failed(failed.reason().code(), failed.detail(), work.now, config.degradedAfter());
        Instant next = nextAttempt.afterFailure(
                work.now, after.consecutiveFailures(), definition.cadence(), failed.retryAfter());
        ReadPage refused = failed.refused();
        if (refused != null) {
            archive.refuse(definition.id(), refused, failed.reason().code(), failed.detail(), work.now);
        }
        work.events.failed(new CaptureFailed(
                definition.ref(),
                failed.reason().code(),
                failed.detail(),
                failed.url(),
                failed.status(),
                refused == null ? null : refused.body().sha256(),
                work.now,
                after.consecutiveFailures(),
                next));
        if (after.degraded() && !before.degraded()) {
            work.events.degraded(
                    new SourceDegraded(
                            definition.ref(),
                            failed.reason().code(),
                            failed.detail(),
                            Objects.requireNonNull(after.failingSince()),
                            after.consecutiveFailures(),
                            next),
                    work.now);
        }
        work.changes.failed(locked.state, after, work.now, next);
        return RecordingResult.FAILED;
    }
}
