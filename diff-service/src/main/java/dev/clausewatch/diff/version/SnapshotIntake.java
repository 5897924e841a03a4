package dev.clausewatch.diff.version;

import dev.clausewatch.diff.change.ChangeDecision;
import dev.clausewatch.diff.change.Differ;
import dev.clausewatch.diff.change.PendingChange;
import dev.clausewatch.diff.change.Settling;
import dev.clausewatch.events.ChangeSettled;
import dev.clausewatch.events.Event;
import dev.clausewatch.events.SettledAs;
import dev.clausewatch.events.SnapshotCaptured;
import dev.clausewatch.events.SnapshotVerified;
import dev.clausewatch.events.Topic;
import dev.clausewatch.runtime.messaging.Publication;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/**
 * Takes captures in, inside the caller's transaction: each document in sequence, parked when one before is missing. What was
 * taken in before writes nothing and answers with the stored events.
 */
@ApplicationScoped
class SnapshotIntake {

    private static final Logger LOG = Logger.getLogger(SnapshotIntake.class);

    private final Differ differ;
    private final Settling settling;
    private final DocumentStateRepository documents;
    private final VersionRepository versions;
    private final ChangeRepository changes;
    private final ParkedSnapshotRepository parked;
    private final MeterRegistry meters;
    private final Clock clock;

    SnapshotIntake(
            Differ differ,
            Settling settling,
            DocumentStateRepository documents,
            VersionRepository versions,
            ChangeRepository changes,
            ParkedSnapshotRepository parked,
            MeterRegistry meters,
            Clock clock) {
        this.differ = differ;
        this.settling = settling;
        this.documents = documents;
        this.versions = versions;
        this.changes = changes;
        this.parked = parked;
        this.meters = meters;
        this.clock = clock;
    }

    List<Publication> handle(List<Event> events) {
        Map<String, Long> sequences = lock(events);
        List<Event> announced = new ArrayList<>();
        for (Event event : events) {
            if (event.data() instanceof SnapshotCaptured snapshot) {
                announced.addAll(captured(snapshot, sequences));
            } else if (event.data() instanceof SnapshotVerified verified) {
                announced.addAll(verified(event.id(), verified));
            }
            // Texts would pile up over a poll otherwise.
            versions.flush();
            versions.getEntityManager().clear();
        }
        return announced.stream()
                .map(event -> new Publication(Topic.CHANGES, event))
                .toList();
    }

    private Map<String, Long> lock(List<Event> events) {
        TreeSet<String> ids = new TreeSet<>();
        for (Event event : events) {
            if (event.data() instanceof SnapshotCaptured || event.data() instanceof SnapshotVerified) {
                ids.add(event.data().key());
            }
        }
        Map<String, Long> sequences = new HashMap<>();
        if (!ids.isEmpty()) {
            documents.lock(ids).forEach(state -> sequences.put(state.documentId, state.lastSequence));
        }
        return sequences;
    }

    private List<Event> captured(SnapshotCaptured snapshot, Map<String, Long> sequences) {
        String documentId = snapshot.document().id();
        long last = sequences.getOrDefault(documentId, 0L);
        if (snapshot.sequence() <= last) {
            return announcedBefore(snapshot);
        }
        if (snapshot.sequence() > last + 1) {
            park(snapshot, last);
            return List.of();
        }
        List<Event> announced = new ArrayList<>();
        Optional<SnapshotCaptured> next = Optional.of(snapshot);
        while (next.isPresent()) {
            announced.addAll(taken(next.get(), snapshot.snapshotId()));
            last = next.get().sequence();
            next = parked.take(documentId, last + 1);
        }
        documents.advance(documentId, last);
        sequences.put(documentId, last);
        return announced;
    }

    private List<Event> announcedBefore(SnapshotCaptured snapshot) {
        List<StoredVersion> known = versions.drivenBy(snapshot.snapshotId());
        if (known.isEmpty()) {
            throw new IllegalStateException("Another snapshot of "
                    + snapshot.document().id() + " has sequence " + snapshot.sequence() + " already");
        }
        List<Event> announced = new ArrayList<>();
        for (StoredVersion version : known) {
            announced.addAll(changes.settledBy(version.snapshotId));
            announced.add(changes.announced(version.changeId));
        }
        return announced;
    }

    private void park(SnapshotCaptured snapshot, long last) {
        if (parked.park(snapshot, now())) {
            LOG.warnf(
                    "A snapshot waits for one before it documentId=%s sequence=%d lastSequence=%d",
                    snapshot.document().id(), snapshot.sequence(), last);
        }
    }

    private List<Event> taken(SnapshotCaptured snapshot, String drivenBy) {
        String documentId = snapshot.document().id();
        Instant now = now();
        ChangeDecision decision = differ.decide(new StoredHistory(documentId, versions), snapshot, now);
        List<Event> announced = new ArrayList<>();
        Optional<PendingChange> pending = changes.pending(documentId);
        pending.flatMap(waiting -> settling.onNext(waiting, decision.change(), now))
                .ifPresent(settled -> announced.add(changes.add(settled, snapshot.snapshotId())));
        versions.add(decision, drivenBy);
        announced.add(changes.add(decision.change()));
        meters.counter(
                        "clausewatch.changes.detected",
                        "kind",
                        decision.change().kind().name())
                .increment();
        return announced;
    }

    private List<Event> verified(String eventId, SnapshotVerified verified) {
        List<Event> before = changes.settledBy(eventId);
        if (!before.isEmpty()) {
            return before;
        }
        String documentId = verified.document().id();
        Optional<PendingChange> pending = changes.pending(documentId);
        if (pending.isEmpty() || !isNewest(documentId, verified.snapshotId())) {
            return List.of();
        }
        Optional<ChangeSettled> settled = settling.onVerified(pending.get(), verified, now());
        if (settled.isEmpty()) {
            return List.of();
        }
        if (settled.get().as() == SettledAs.CONFIRMED) {
            versions.trustFrom(documentId, pending.get().to().sequence());
        }
        return List.of(changes.add(settled.get(), eventId));
    }

    private boolean isNewest(String documentId, String snapshotId) {
        return versions.newest(documentId)
                .filter(version -> version.ref().snapshotId().equals(snapshotId))
                .isPresent();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
