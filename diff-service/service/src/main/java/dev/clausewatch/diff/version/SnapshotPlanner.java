package dev.clausewatch.diff.version;

import dev.clausewatch.diff.change.ChangeDecision;
import dev.clausewatch.diff.change.Differ;
import dev.clausewatch.diff.change.InMemoryHistory;
import dev.clausewatch.events.Event;
import dev.clausewatch.events.SnapshotCaptured;
import dev.clausewatch.events.SnapshotVerified;
import dev.clausewatch.runtime.messaging.DecisionBudget;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Decides what captures mean, outside any transaction: it reads the past in short transactions of its own and writes nothing. */
@ApplicationScoped
class SnapshotPlanner {

    /** Texts that are decided and not yet stored, in characters, so that a heap of 256 MB holds. */
    static final int MOST_TEXT = 2 * 1024 * 1024;

    private final Differ differ;
    private final DocumentStateRepository documents;
    private final VersionRepository versions;
    private final ParkedSnapshotRepository parked;
    private final DeadLetteredCaptureRepository buried;
    private final DecisionBudget budget;
    private final Clock clock;

    SnapshotPlanner(
            Differ differ,
            DocumentStateRepository documents,
            VersionRepository versions,
            ParkedSnapshotRepository parked,
            DeadLetteredCaptureRepository buried,
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

    /** How a document stood when something was decided on it. A release without revisions moves the sequence only. */
    record Seen(long revision, long lastSequence) {

        static final Seen NOTHING = new Seen(0, 0);

        static Seen of(DocumentState state) {
            return new Seen(state.revision, state.lastSequence);
        }
    }

    /**
     * What was decided.
     *
     * @param seen how the documents stood that it was decided on
     * @param steps in the order of the events
     */
    record Plan(Map<String, Seen> seen, List<Step> steps) {

        Plan {
            seen = Map.copyOf(seen);
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
        return new Plan(planning.seen, planning.steps);
    }

    /** One group of events. Later snapshots of a document are decided on top of earlier ones. */
    private final class Planning {

        private final Map<String, Seen> seen = new HashMap<>();
        private final Map<String, Long> sequences = new HashMap<>();
        private final Map<String, InMemoryHistory> histories = new HashMap<>();
        private final Map<String, DeadLetteredCapture> deadLetters = new HashMap<>();

        /** Of this group, by document and sequence: not stored yet. */
        private final Map<String, NavigableMap<Long, SnapshotCaptured>> parkedNow = new HashMap<>();

        private final List<Step> steps = new ArrayList<>();
        private long text;

        void read(SortedSet<String> documentIds) {
            documentIds.forEach(documentId -> seen.put(documentId, Seen.NOTHING));
            for (DocumentState state : documents.known(documentIds)) {
                seen.put(state.documentId, Seen.of(state));
                sequences.put(state.documentId, state.lastSequence);
            }
            buried.of(documentIds).forEach(one -> deadLetters.put(one.documentId, one));
        }

        void captured(SnapshotCaptured snapshot) {
            String documentId = snapshot.document().id();
            long last = last(documentId);
            if (snapshot.sequence() <= last) {
                steps.add(new Step.Known(snapshot));
                takeWaiting(snapshot);
            } else if (snapshot.sequence() == last + 1) {
                take(snapshot, snapshot, false);
                takeWaiting(snapshot);
            } else if (stepsOver(documentId, last, snapshot.sequence())) {
                takeOverGap(snapshot);
            } else {
                park(snapshot, last);
            }
        }

        private long last(String documentId) {
            return sequences.getOrDefault(documentId, 0L);
        }

        private void park(SnapshotCaptured snapshot, long last) {
            steps.add(new Step.Parked(snapshot, last));
            parkedNow
                    .computeIfAbsent(snapshot.document().id(), id -> new TreeMap<>())
                    .put(snapshot.sequence(), snapshot);
        }

        /** Whether one between these two became a dead letter; each is stepped over once. */
        private boolean stepsOver(String documentId, long last, long sequence) {
            DeadLetteredCapture letter = deadLetters.get(documentId);
            boolean between = letter != null
                    && (letter.sequence == null || (letter.sequence > last && letter.sequence < sequence));
            return between && deadLetters.remove(documentId) != null;
        }

        /** The first behind the gap comes next; it may have waited before this one came. */
        private void takeOverGap(SnapshotCaptured snapshot) {
            String documentId = snapshot.document().id();
            SnapshotCaptured first = waitingBehind(documentId, last(documentId));
            if (first == null || first.sequence() >= snapshot.sequence()) {
                take(snapshot, snapshot, true);
                takeWaiting(snapshot);
            } else {
                take(first, snapshot, true);
                takeWaiting(snapshot);
                captured(snapshot);
            }
        }

        /** Those that waited for what was there before the arrived one, or for itself; the rest waits for the next when they are many. */
        private void takeWaiting(SnapshotCaptured arrived) {
            String documentId = arrived.document().id();
            while (text < MOST_TEXT) {
                SnapshotCaptured next = waitingBehind(documentId, last(documentId));
                if (next == null || next.sequence() != last(documentId) + 1) {
                    return;
                }
                take(next, arrived, false);
            }
        }

        private void take(SnapshotCaptured snapshot, SnapshotCaptured arrived, boolean overGap) {
            steps.add(new Step.Taken(snapshot, decide(snapshot), arrived.snapshotId(), overGap));
            sequences.put(snapshot.document().id(), snapshot.sequence());
            text += snapshot.text().length();
        }

        private @Nullable SnapshotCaptured waitingBehind(String documentId, long sequence) {
            Optional<SnapshotCaptured> stored =
                    QuarkusTransaction.requiringNew().call(() -> parked.firstBehind(documentId, sequence));
            NavigableMap<Long, SnapshotCaptured> now = parkedNow.getOrDefault(documentId, new TreeMap<>());
            Map.Entry<Long, SnapshotCaptured> entry = now.higherEntry(sequence);
            if (entry == null) {
                return stored.orElse(null);
            }
            return stored.filter(one -> one.sequence() < entry.getKey()).orElse(entry.getValue());
        }

        private ChangeDecision decide(SnapshotCaptured snapshot) {
            String documentId = snapshot.document().id();
            InMemoryHistory history =
                    histories.computeIfAbsent(documentId, id -> new InMemoryHistory(new StoredHistory(id, versions)));
            Instant now = clock.instant();
            ChangeDecision decision = budget.decide(
                    "documentId=%s sequence=%d".formatted(documentId, snapshot.sequence()),
                    () -> differ.decide(history, snapshot, now),
                    reason -> differ.decideCoarsely(history, snapshot, now, reason));
            history.add(decision);
            return decision;
        }
    }
}
