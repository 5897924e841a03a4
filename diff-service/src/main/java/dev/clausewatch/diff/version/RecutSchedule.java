package dev.clausewatch.diff.version;

import dev.clausewatch.diff.change.Differ;
import dev.clausewatch.diff.change.Reading;
import dev.clausewatch.diff.segment.Segmenter;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.Event;
import dev.clausewatch.events.Topic;
import dev.clausewatch.runtime.messaging.EventLog;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/**
 * After an upgrade, cuts the texts of before with the segmenter of now, document by document and version by version. When a document is
 * through, its newest version is announced as a technical change with the whole list of provisions.
 */
@ApplicationScoped
class RecutSchedule {

    private static final Logger LOG = Logger.getLogger(RecutSchedule.class);
    private static final int DOCUMENTS = 100;

    /** Texts in memory at a time. */
    private static final int VERSIONS = 20;

    private final Differ differ;
    private final DocumentStateRepository documents;
    private final VersionRepository versions;
    private final ChangeRepository changes;
    private final EventLog eventLog;
    private final Clock clock;

    RecutSchedule(
            Differ differ,
            DocumentStateRepository documents,
            VersionRepository versions,
            ChangeRepository changes,
            EventLog eventLog,
            Clock clock) {
        this.differ = differ;
        this.documents = documents;
        this.versions = versions;
        this.changes = changes;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    @Scheduled(every = "10m", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void recut() {
        List<String> found = after("");
        while (!found.isEmpty()) {
            found.forEach(this::recutUnlessItFails);
            found = after(found.getLast());
        }
    }

    private List<String> after(String documentId) {
        return QuarkusTransaction.requiringNew()
                .call(() -> versions.cutOtherwise(Segmenter.VERSION, Differ.coarseCut(), documentId, DOCUMENTS));
    }

    /** A document that fails stays as it is cut and is tried again with the next round; the others go on. */
    private void recutUnlessItFails(String documentId) {
        try {
            recut(documentId);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.errorf(e, "A document cannot be cut anew documentId=%s", documentId);
        }
    }

    private void recut(String documentId) {
        int total = 0;
        int some;
        do {
            some = QuarkusTransaction.requiringNew().call(() -> recutSome(documentId));
            total += some;
        } while (some > 0);
        if (total > 0) {
            LOG.infof("A document is cut anew documentId=%s versions=%d", documentId, total);
        }
    }

    /** Under the document's lock, so that no new version comes in between; the number of versions done. */
    private int recutSome(String documentId) {
        var unused = documents.lock(new TreeSet<>(List.of(documentId)));
        documents.revise(documentId);
        List<StoredVersion> found =
                versions.cutOtherwise(documentId, Segmenter.VERSION, Differ.coarseCut(), VERSIONS + 1);
        List<StoredVersion> stale = found.size() > VERSIONS ? found.subList(0, VERSIONS) : found;
        Reading before = stale.isEmpty()
                ? null
                : versions.readingBefore(stale.getFirst()).orElse(null);
        for (StoredVersion version : stale) {
            var recut = differ.recut(versions.reading(version.snapshotId), before);
            versions.recut(version, recut);
            before = recut.reading();
        }
        boolean through = !stale.isEmpty() && found.size() == stale.size();
        if (through && before != null && versions.isNewest(stale.getLast())) {
            announce(stale.getLast(), before);
        }
        return stale.size();
    }

    private void announce(StoredVersion newest, Reading reading) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ChangeDetected announced =
                (ChangeDetected) changes.announced(newest.changeId).data();
        ChangeDetected change = differ.recutChange(announced, reading, now);
        eventLog.append(Topic.CHANGES, new Event(change.changeId(), now, StoredEvents.SOURCE, change));
    }
}
