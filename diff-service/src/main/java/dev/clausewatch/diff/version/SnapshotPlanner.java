package dev.clausewatch.diff.version;

import dev.clausewatch.diff.change.ChangeDecision;
import dev.clausewatch.diff.change.Differ;
import dev.clausewatch.diff.change.RememberedHistory;
import dev.clausewatch.events.Event;
import dev.clausewatch.events.SnapshotCaptured;
import dev.clausewatch.events.SnapshotVerified;
import dev.clausewatch.runtime.messaging.DecisionBudget;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Decides what captures mean, outside any transaction: it reads the past in short transactions of its own and writes nothing. */
@ApplicationScoped
class SnapshotPlanner {

    private final Differ differ;
    private final DocumentStateRepository documents;
    private final VersionRepository versions;
    private final ParkedSnapshotRepository parked;
    private final BuriedCaptureRepository buried;
    private final DecisionBudget budget;
    private final Clock clock;

    SnapshotPlanner(
            Differ differ,
            DocumentStateRepository documents,
            VersionRepository versions,
            ParkedSnapshotRepository parked,
            BuriedCaptureRepository buried,
            DecisionBudget budget,
            Clock clock) {
        this.differ = differ;
        this.documents = documents;
        this.versions = versions;
        this.parked = parked;
        this.buried = buried;
        this.budget = budget;
        this.clock = clock;
    }

    /**
     * What was decided.
     *
     * @param revisions of the documents that it was decided on
     * @param steps in the order of the events
     */
    record Plan(Map<String, Long> revisions, List<Step> steps) {

        Plan {
            revisions = Map.copyOf(revisions);
            steps = List.copyOf(steps);
        }
    }

    /** Decides on events in order, of the documents with these ids. */
    Plan plan(List<Event> events, SortedSet<String> documentIds) {
        Planning planning = new Planning();
        QuarkusTransaction.requiringNew().run(() -> planning.read(documentIds));
        for (Event event : events) {
            if (event.data() instanceof SnapshotCaptured snapshot) {
                planning.captured(snapshot);
            } else if (event.data() instanceof SnapshotVerified verified) {
                planning.steps.add(new Step.Verified(event.id(), verified));
            }
        }
        return new Plan(planning.revisions, planning.steps);
    }

    /** One group of events. Later snapshots of a document are decided on top of earlier ones. */
    private final class Planning {

        private final Map<String, Long> revisions = new HashMap<>();
        private final Map<String, Long> sequences = new HashMap<>();
        private final Map<String, RememberedHistory> histories = new HashMap<>();
        private final Set<String> withDeadLetter = new HashSet<>();
        private final List<Step> steps = new ArrayList<>();

        void read(SortedSet<String> documentIds) {
            documentIds.forEach(documentId -> revisions.put(documentId, 0L));
            for (DocumentState state : documents.known(documentIds)) {
                revisions.put(state.documentId, state.revision);
                sequences.put(state.documentId, state.lastSequence);
            }
            withDeadLetter.addAll(buried.among(documentIds));
        }

        void captured(SnapshotCaptured snapshot) {
            String documentId = snapshot.document().id();
            long last = sequences.getOrDefault(documentId, 0L);
            if (snapshot.sequence() <= last) {
                steps.add(new Step.Known(snapshot));
                return;
            }
            if (snapshot.sequence() == last + 1) {
                take(snapshot, snapshot, false);
            } else if (withDeadLetter.remove(documentId)) {
                takeOverGap(snapshot, last);
            } else {
                steps.add(new Step.Parked(snapshot, last));
            }
        }

        /** The missing one became a dead letter: the first behind the gap comes next, which may have waited before this one came. */
        private void takeOverGap(SnapshotCaptured snapshot, long last) {
            SnapshotCaptured first = waitingBehind(snapshot.document().id(), last);
            if (first == null || first.sequence() >= snapshot.sequence()) {
                take(snapshot, snapshot, true);
            } else {
                take(first, snapshot, true);
                captured(snapshot);
            }
        }

        /** A snapshot, and those that waited for it, when another one arrives. */
        private void take(SnapshotCaptured first, SnapshotCaptured arrived, boolean overGap) {
            String documentId = first.document().id();
            SnapshotCaptured next = first;
            while (next != null) {
                steps.add(new Step.Taken(next, decide(next), arrived.snapshotId(), overGap && next.equals(first)));
                sequences.put(documentId, next.sequence());
                SnapshotCaptured following = waitingBehind(documentId, next.sequence());
                next = following != null && following.sequence() == next.sequence() + 1 ? following : null;
            }
        }

        private @Nullable SnapshotCaptured waitingBehind(String documentId, long sequence) {
            Optional<SnapshotCaptured> found =
                    QuarkusTransaction.requiringNew().call(() -> parked.firstBehind(documentId, sequence));
            return found.orElse(null);
        }

        private ChangeDecision decide(SnapshotCaptured snapshot) {
            String documentId = snapshot.document().id();
            RememberedHistory history =
                    histories.computeIfAbsent(documentId, id -> new RememberedHistory(new StoredHistory(id, versions)));
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            ChangeDecision decision = budget.decide(
                    "documentId=%s sequence=%d".formatted(documentId, snapshot.sequence()),
                    () -> differ.decide(history, snapshot, now),
                    reason -> differ.decideCoarsely(history, snapshot, now, reason));
            history.add(decision);
            return decision;
        }
    }
}
