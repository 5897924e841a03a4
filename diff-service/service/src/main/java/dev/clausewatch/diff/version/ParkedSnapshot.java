package dev.clausewatch.diff.version;

import dev.clausewatch.events.EventCodec;
import dev.clausewatch.events.EventType;
import dev.clausewatch.events.SnapshotCaptured;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A snapshot that arrived before its predecessor. */
@Entity
@Table(name = "parked_snapshot")
class ParkedSnapshot {

    @Id
    @Column(name = "snapshot_id")
    String snapshotId;

    @Column(name = "document_id")
    String documentId;

    @Column(name = "sequence")
    long sequence;

    @Column(name = "parked_at")
    Instant parkedAt;

    @Column(name = "data")
    byte[] data;

    static ParkedSnapshot of(SnapshotCaptured snapshot, Instant parkedAt) {
        ParkedSnapshot parked = new ParkedSnapshot();
        parked.snapshotId = snapshot.snapshotId();
        parked.documentId = snapshot.document().id();
        parked.sequence = snapshot.sequence();
        parked.parkedAt = parkedAt;
        parked.data = EventCodec.write(snapshot);
        return parked;
    }

    SnapshotCaptured snapshot() {
        return (SnapshotCaptured) StoredEvents.read(EventType.SNAPSHOT_CAPTURED, data);
    }
}
