package dev.clausewatch.diff.version;

import dev.clausewatch.events.SnapshotCaptured;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Snapshots that wait for the one before them. */
@ApplicationScoped
class ParkedSnapshotRepository implements PanacheRepositoryBase<ParkedSnapshot, String> {

    /** Parks a snapshot; answers whether it was not parked already. */
    boolean park(SnapshotCaptured snapshot, Instant now) {
        if (findByIdOptional(snapshot.snapshotId()).isPresent()) {
            return false;
        }
        persist(ParkedSnapshot.of(snapshot, now));
        return true;
    }

    /** The first that waits behind a sequence. */
    Optional<SnapshotCaptured> firstBehind(String documentId, long sequence) {
        return find("documentId = ?1 and sequence > ?2 order by sequence", documentId, sequence)
                .firstResultOptional()
                .map(ParkedSnapshot::snapshot);
    }

    /** It waits no longer, if it did. */
    void forget(String snapshotId) {
        deleteById(snapshotId);
    }
}
