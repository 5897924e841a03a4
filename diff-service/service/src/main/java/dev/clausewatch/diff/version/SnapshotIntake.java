package dev.clausewatch.diff.version;

import dev.clausewatch.diff.change.KnownVersion;
import dev.clausewatch.diff.change.PendingChange;
import dev.clausewatch.diff.change.Settling;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeSettled;
import dev.clausewatch.events.Event;
import dev.clausewatch.events.EventType;
import dev.clausewatch.events.SettlementOutcome;
import dev.clausewatch.events.SnapshotCaptured;
import dev.clausewatch.events.SnapshotVerified;
import dev.clausewatch.events.Topic;
import dev.clausewatch.runtime.messaging.EventInbox;
import dev.clausewatch.runtime.messaging.OutdatedDecisionException;
import dev.clausewatch.runtime.messaging.Publication;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/**
 * Processes captures in the sequence of their document. A snapshot whose predecessor is missing is parked, unless the predecessor became a
 * dead letter. {@link SnapshotPlanner} decides, this class stores. Idempotent: a capture that is read again returns the stored events.
 */
@ApplicationScoped
class SnapshotIntake implements EventInbox.Handler {

    private static final Logger LOG = Logger.getLogger(SnapshotIntake.class);

    private final SnapshotPlanner planner;
    private final Settling settling;
    private final DocumentStateRepository documents;
    private final VersionRepository versions;
    private final ChangeRepository changes;
    private final SegmentationPublisher segmentation;
    private final ParkedSnapshotRepository parked;
    private final DeadLetteredCaptureRepository buried;
    private final MeterRegistry meters;
    private final Clock clock;

    SnapshotIntake(
            SnapshotPlanner planner,
            Settling settling,
            DocumentStateRepository documents,
            VersionRepository versions,
            ChangeRepository changes,
            SegmentationPublisher segmentation,
            ParkedSnapshotRepository parked,
            DeadLetteredCaptureRepository buried,
            MeterRegistry meters,
            Clock clock) {
        this.planner = planner;
        this.settling = settling;
        this.documents = documents;
        this.versions = versions;
        this.changes = changes;
        this.segmentation = segmentation;
        this.parked = parked;
        this.buried = buried;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public EventInbox.Storing decide(List<Event> events) {
        SortedSet<String> documentIds = documentIds(events);
        if (documentIds.isEmpty()) {
            return List::of;
        }
        SnapshotPlanner.Plan plan = planner.plan(events, documentIds);
        return () -> store(plan, documentIds);
    }

    /** A verification may settle a change, and what comes next of its document depends on that. */
    @Override
    public boolean joins(Event next, List<Event> events) {
        long text = length(next);
        for (Event event : events) {
            text += length(event);
            boolean sameDocument = event.data().key().equals(next.data().key());
            if (sameDocument && (isVerification(event) || isVerification(next))) {
                return false;
            }
        }
        return text <= SnapshotPlanner.MOST_TEXT;
    }

    /** Where it was a snapshot, or may have been one, the one after it must not wait for it. */
    @Override
    public void buried(EventInbox.DeadLetter letter) {
        if (letter.type().filter(type -> type != EventType.SNAPSHOT_CAPTURED).isPresent()) {
            return;
        }
        Long sequence = letter.event() != null && letter.event().data() instanceof SnapshotCaptured snapshot
                ? snapshot.sequence()
                : null;
        QuarkusTransaction.requiringNew().run(() -> {
            DocumentState state =
                    documents.lock(new TreeSet<>(Set.of(letter.key()))).getFirst();
            if (sequence == null || sequence > state.lastSequence) {
                buried.note(letter.key(), sequence, letter.reason(), now());
                documents.revise(letter.key());
            }
        });
    }

    private static boolean isVerification(Event event) {
        return event.data() instanceof SnapshotVerified;
    }

    private static long length(Event event) {
        return event.data() instanceof SnapshotCaptured snapshot
                ? snapshot.text().length()
                : 0;
    }

    private static SortedSet<String> documentIds(List<Event> events) {
        TreeSet<String> ids = new TreeSet<>();
        for (Event event : events) {
            if (event.data() instanceof SnapshotCaptured || isVerification(event)) {
                ids.add(event.data().key());
            }
        }
        return ids;
    }

    private List<Publication> store(SnapshotPlanner.Plan plan, SortedSet<String> documentIds) {
        for (DocumentState state : documents.lock(documentIds)) {
            if (!SnapshotPlanner.Seen.of(state).equals(plan.seen().get(state.documentId))) {
                throw new OutdatedDecisionException("documentId=" + state.documentId);
            }
        }
        List<Event> announced = new ArrayList<>();
        for (Step step : plan.steps()) {
            announced.addAll(stored(step));
            // Flush, so that texts do not pile up in memory.
            versions.flush();
            versions.getEntityManager().clear();
        }
        return announced.stream()
                .map(event -> new Publication(Topic.CHANGES, event))
                .toList();
    }

    private List<Event> stored(Step step) {
        return switch (step) {
            case Step.Known known -> announcedBefore(known.snapshot());
            case Step.Parked waiting -> {
                park(waiting.snapshot(), waiting.lastSequence());
                yield List.of();
            }
            case Step.Taken taken -> taken(taken);
            case Step.Verified seen -> verified(seen.eventId(), seen.verified());
        };
    }

    private List<Event> announcedBefore(SnapshotCaptured snapshot) {
        List<StoredVersion> known = versions.drivenBy(snapshot.snapshotId());
        if (known.isEmpty()) {
            return tooLate(snapshot);
        }
        List<Event> announced = new ArrayList<>();
        for (StoredVersion version : known) {
            announced.addAll(changes.settledBy(version.snapshotId));
            announced.add(changes.announced(version.changeId));
        }
        return announced;
    }

    /** Of a snapshot that was a dead letter when its turn came; later ones were compared without it. */
    private List<Event> tooLate(SnapshotCaptured snapshot) {
        String documentId = snapshot.document().id();
        if (versions.hasSequence(documentId, snapshot.sequence())) {
            throw new IllegalStateException(
                    "Another snapshot of " + documentId + " has sequence " + snapshot.sequence() + " already");
        }
        LOG.warnf(
                "A snapshot comes after later ones were compared without it and is left out documentId=%s sequence=%d",
                documentId, snapshot.sequence());
        return List.of();
    }

    private void park(SnapshotCaptured snapshot, long last) {
        if (parked.park(snapshot, now())) {
            LOG.warnf(
                    "A snapshot waits for one before it documentId=%s sequence=%d lastSequence=%d",
                    snapshot.document().id(), snapshot.sequence(), last);
        }
    }

    private List<Event> taken(Step.Taken step) {
        ChangeDetected change = step.decision().change();
        String documentId = change.document().id();
        List<Event> announced = new ArrayList<>();
        for (PendingChange pending : changes.pending(documentId)) {
            settling.onNext(
                            pending,
                            change,
                            step.decision().reading(),
                            change.provenance().detectedAt())
                    .ifPresent(settled ->
                            announced.add(changes.add(settled, step.snapshot().snapshotId())));
        }
        versions.add(step.decision(), step.drivenBy());
        announced.add(changes.add(change));
        documents.advance(documentId, step.snapshot().sequence());
        segmentation.publish(
                change, step.decision().reading(), change.provenance().detectedAt());
        parked.forget(step.snapshot().snapshotId());
        buried.settle(documentId, step.snapshot().sequence());
        if (step.overGap()) {
            LOG.warnf(
                    "A snapshot is taken without one before it, which became a dead letter documentId=%s sequence=%d",
                    documentId, step.snapshot().sequence());
            buried.deleteById(documentId);
        }
        meters.counter(
                        "clausewatch.changes.detected",
                        "kind",
                        change.verdict().kind().name())
                .increment();
        return announced;
    }

    private List<Event> verified(String eventId, SnapshotVerified verified) {
        List<Event> before = changes.settledBy(eventId);
        if (!before.isEmpty()) {
            return before;
        }
        String documentId = verified.document().id();
        Optional<KnownVersion> newest = versions.newest(documentId)
                .filter(version -> version.ref().snapshotId().equals(verified.snapshotId()));
        if (newest.isEmpty()) {
            return List.of();
        }
        List<Event> announced = new ArrayList<>();
        for (PendingChange pending : changes.pending(documentId)) {
            settling.onVerified(pending, newest.get().kind(), verified, now())
                    .ifPresent(settled -> announced.add(settled(pending, settled, eventId)));
        }
        return announced;
    }

    private Event settled(PendingChange pending, ChangeSettled settled, String eventId) {
        if (settled.as() == SettlementOutcome.CONFIRMED && !pending.mayBeNew()) {
            versions.trustFrom(pending.document().id(), pending.to().sequence());
            documents.revise(pending.document().id());
        }
        return changes.add(settled, eventId);
    }

    private Instant now() {
        return clock.instant();
    }
}
