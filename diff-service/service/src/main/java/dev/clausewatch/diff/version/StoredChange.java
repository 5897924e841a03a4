package dev.clausewatch.diff.version;

import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.Event;
import dev.clausewatch.events.EventCodec;
import dev.clausewatch.events.EventType;
import dev.clausewatch.events.Settlement;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A change as it was announced: published again, it is the same event. */
@Entity
@Table(name = "change")
class StoredChange {

    @Id
    @Column(name = "change_id")
    String changeId;

    @Column(name = "document_id")
    String documentId;

    @Column(name = "snapshot_id")
    String snapshotId;

    @Column(name = "detected_at")
    Instant detectedAt;

    @Column(name = "data")
    byte[] data;

    /** Whether it waits for its settlement. */
    @Column(name = "waiting")
    boolean waiting;

    static StoredChange of(ChangeDetected change) {
        StoredChange stored = new StoredChange();
        stored.changeId = change.changeId();
        stored.documentId = change.document().id();
        stored.snapshotId = change.to().snapshotId();
        stored.detectedAt = change.provenance().detectedAt();
        stored.data = EventCodec.write(change);
        stored.waiting = change.verdict().settlement() == Settlement.PENDING;
        return stored;
    }

    Event event() {
        return StoredEvents.event(changeId, detectedAt, EventType.CHANGE_DETECTED, data);
    }
}
