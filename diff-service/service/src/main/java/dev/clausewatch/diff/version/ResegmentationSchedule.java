package dev.clausewatch.diff.version;

import dev.clausewatch.diff.change.Differ;
import dev.clausewatch.diff.change.KnownVersion;
import dev.clausewatch.diff.change.Resegmenter;
import dev.clausewatch.diff.change.SegmentedText;
import dev.clausewatch.diff.segment.Segmenter;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.Event;
import dev.clausewatch.events.Topic;
import dev.clausewatch.runtime.messaging.DecisionBudget;
import dev.clausewatch.runtime.messaging.EventLog;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * After an upgrade of the segmenter, segments all stored versions again, document by document. When a document is done, a {@code TECHNICAL}
 * change publishes the provisions of its newest version that is not suspect: readers go by that one.
 */
@ApplicationScoped
class ResegmentationSchedule {

    private static final Logger LOG = Logger.getLogger(ResegmentationSchedule.class);
    private static final int DOCUMENTS = 100;

    /** Texts in memory at a time. */
    private static final int VERSIONS = 20;

    private final Differ differ;
    private final DecisionBudget budget;
    private final DocumentStateRepository documents;
    private final VersionRepository versions;
    private final ChangeRepository changes;
    private final SegmentationPublisher segmentation;
    private final EventLog eventLog;
    private final Clock clock;

    ResegmentationSchedule(
            Differ differ,
            DecisionBudget budget,
            DocumentStateRepository documents,
            VersionRepository versions,
            ChangeRepository changes,
            SegmentationPublisher segmentation,
            EventLog eventLog,
            Clock clock) {
        this.differ = differ;
        this.budget = budget;
        this.documents = documents;
        this.versions = versions;
        this.changes = changes;
        this.segmentation = segmentation;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    @Scheduled(every = "10m", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void resegment() {
        List<String> found = after("");
        while (!found.isEmpty()) {
            found.forEach(this::resegmentUnlessItFails);
            found = after(found.getLast());
        }
    }

    private List<String> after(String documentId) {
        return QuarkusTransaction.requiringNew()
                .call(() -> versions.cutOtherwise(Segmenter.VERSION, Differ.coarseCut(), documentId, DOCUMENTS));
    }

    /** A document that fails keeps its segmentation and is retried in the next run; the others go on. */
    private void resegmentUnlessItFails(String documentId) {
        try {
            resegment(documentId);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.errorf(e, "A document cannot be cut anew documentId=%s", documentId);
        }
    }

    private void resegment(String documentId) {
        int total = 0;
        int some;
        do {
            Stale stale = QuarkusTransaction.requiringNew().call(() -> stale(documentId));
            List<Resegmenter.Resegmentation> cut = cut(documentId, stale);
            some = QuarkusTransaction.requiringNew().call(() -> store(documentId, stale, cut));
            total += some;
        } while (some > 0);
        if (total > 0) {
            LOG.infof("A document is cut anew documentId=%s versions=%d", documentId, total);
        }
    }

    /**
     * Versions that another segmenter cut, in order.
     *
     * @param seen how the document stood
     * @param readings of these versions, as they were cut
     * @param before the version before the first of them, if there is one
     * @param last whether these are all
     */
    private record Stale(
            SnapshotPlanner.Seen seen,
            List<StoredVersion> versions,
            List<SegmentedText> readings,
            @Nullable SegmentedText before,
            boolean last) {}

    private Stale stale(String documentId) {
        SnapshotPlanner.Seen seen = documents.known(List.of(documentId)).stream()
                .map(SnapshotPlanner.Seen::of)
                .findFirst()
                .orElse(SnapshotPlanner.Seen.NOTHING);
        List<StoredVersion> found =
                versions.cutOtherwise(documentId, Segmenter.VERSION, Differ.coarseCut(), VERSIONS + 1);
        List<StoredVersion> some = found.size() > VERSIONS ? found.subList(0, VERSIONS) : found;
        List<SegmentedText> readings = some.stream()
                .map(version -> versions.reading(version.snapshotId))
                .toList();
        SegmentedText before =
                some.isEmpty() ? null : versions.readingBefore(some.getFirst()).orElse(null);
        return new Stale(seen, List.copyOf(some), readings, before, found.size() == some.size());
    }

    /** Outside any transaction, each within the budget of an event; what is too much is cut by lines. */
    private List<Resegmenter.Resegmentation> cut(String documentId, Stale stale) {
        List<Resegmenter.Resegmentation> cut = new ArrayList<>();
        SegmentedText before = stale.before();
        for (SegmentedText reading : stale.readings()) {
            SegmentedText earlier = before;
            Resegmenter.Resegmentation resegment = budget.decide(
                    "documentId=%s recut".formatted(documentId),
                    () -> differ.resegment(reading, earlier),
                    reason -> differ.resegmentCoarsely(documentId, reading));
            cut.add(resegment);
            before = resegment.reading();
        }
        return cut;
    }

    /** Under the document's lock, unless a new version came in between: then the next round does it. The number of versions done. */
    private int store(String documentId, Stale stale, List<Resegmenter.Resegmentation> cut) {
        DocumentState state = documents.lock(new TreeSet<>(List.of(documentId))).getFirst();
        if (cut.isEmpty() || !SnapshotPlanner.Seen.of(state).equals(stale.seen())) {
            return 0;
        }
        documents.revise(documentId);
        for (int i = 0; i < cut.size(); i++) {
            versions.resegment(stale.versions().get(i).snapshotId, cut.get(i));
        }
        StoredVersion newest = stale.versions().getLast();
        if (stale.last() && versions.isNewest(newest)) {
            versions.newestNotSuspect(documentId).ifPresent(this::announce);
            if (newest.kind == ChangeKind.SUSPECT) {
                segmentation.publish(announced(newest.changeId), cut.getLast().reading(), clock.instant());
            }
        }
        return cut.size();
    }

    /** The events bear the time of the change that led to the version: what they say of the document was known then. */
    private void announce(KnownVersion version) {
        Instant now = clock.instant();
        ChangeDetected announced = announced(version.changeId());
        SegmentedText reading = versions.reading(version.ref().snapshotId());
        ChangeDetected change = differ.resegmentationChange(announced, reading, now);
        Instant known = announced.provenance().detectedAt();
        eventLog.append(Topic.CHANGES, new Event(change.changeId(), known, StoredEvents.SOURCE, change));
        segmentation.publish(announced, reading, now);
    }

    private ChangeDetected announced(String changeId) {
        return (ChangeDetected) changes.announced(changeId).data();
    }
}
