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
            boolean gap = snapshot.sequence() > last + 1;
            if (gap && !withDeadLetter.remove(documentId)) {
                steps.add(new Step.Parked(snapshot, last));
                return;
            }
            take(snapshot, gap);
        }

        /** The snapshot, and those that waited for it. */
        private void take(SnapshotCaptured snapshot, boolean overGap) {
            String documentId = snapshot.document().id();
            SnapshotCaptured next = snapshot;
            while (next != null) {
                steps.add(new Step.Taken(next, decide(next), snapshot.snapshotId(), overGap && next.equals(snapshot)));
                sequences.put(documentId, next.sequence());
                next = waiting(documentId, next.sequence() + 1);
            }
        }

        private @Nullable SnapshotCaptured waiting(String documentId, long sequence) {
            Optional<SnapshotCaptured> found =
                    QuarkusTransaction.requiringNew().call(() -> parked.waiting(documentId, sequence));
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
