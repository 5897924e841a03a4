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

    /** Takes out the snapshot with a sequence, if it is there. */
    Optional<SnapshotCaptured> take(String documentId, long sequence) {
        Optional<ParkedSnapshot> parked =
                find("documentId = ?1 and sequence = ?2", documentId, sequence).firstResultOptional();
        parked.ifPresent(this::delete);
        return parked.map(ParkedSnapshot::snapshot);
    }
}
