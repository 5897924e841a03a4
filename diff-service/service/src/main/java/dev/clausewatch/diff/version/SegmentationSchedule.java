package dev.clausewatch.diff.version;

import dev.clausewatch.diff.change.KnownVersion;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/**
 * Publishes the wordings of newest versions that a release without them stored, so that all documents have them after an upgrade. Where
 * the newest version is suspect, readers go by the one before it that is not: its wordings are published first.
 */
@ApplicationScoped
class SegmentationSchedule {

    private static final Logger LOG = Logger.getLogger(SegmentationSchedule.class);
    private static final int DOCUMENTS = 100;

    private final DocumentStateRepository documents;
    private final VersionRepository versions;
    private final ChangeRepository changes;
    private final SegmentationPublisher publisher;
    private final Clock clock;

    SegmentationSchedule(
            DocumentStateRepository documents,
            VersionRepository versions,
            ChangeRepository changes,
            SegmentationPublisher publisher,
            Clock clock) {
        this.documents = documents;
        this.versions = versions;
        this.changes = changes;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Scheduled(every = "10m", delayed = "20s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void publish() {
        List<String> found = publisher.unpublished("", DOCUMENTS);
        while (!found.isEmpty()) {
            found.forEach(this::publishUnlessItFails);
            found = publisher.unpublished(found.getLast(), DOCUMENTS);
        }
    }

    /** A document that fails is tried again in the next run; the others go on. */
    private void publishUnlessItFails(String documentId) {
        try {
            QuarkusTransaction.requiringNew().run(() -> publish(documentId));
        } catch (RuntimeException | StackOverflowError e) {
            LOG.errorf(e, "The wordings of a document cannot be published documentId=%s", documentId);
        }
    }

    /** Within a transaction, under the document's lock, unless another replica or a new version did it meanwhile. */
    void publish(String documentId) {
        documents.lock(new TreeSet<>(List.of(documentId)));
        if (publisher.isPublished(documentId)) {
            return;
        }
        KnownVersion newest =
                versions.newest(documentId).orElseThrow(() -> new IllegalStateException("No version of " + documentId));
        if (newest.kind() == ChangeKind.SUSPECT) {
            versions.newestNotSuspect(documentId).ifPresent(this::publish);
        }
        publish(newest);
    }

    private void publish(KnownVersion version) {
        publisher.publish(
                (ChangeDetected) changes.announced(version.changeId()).data(),
                versions.reading(version.ref().snapshotId()),
                clock.instant());
    }
}
