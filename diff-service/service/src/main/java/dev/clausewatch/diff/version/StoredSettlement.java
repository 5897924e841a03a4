package dev.clausewatch.diff.version;

import dev.clausewatch.events.ChangeSettled;
import dev.clausewatch.events.Event;
import dev.clausewatch.events.EventCodec;
import dev.clausewatch.events.EventType;
import dev.clausewatch.events.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** How a change that waited was settled, as it was announced. */
@Entity
@Table(name = "settlement")
class StoredSettlement {

    @Id
    @Column(name = "change_id")
    String changeId;

    @Column(name = "event_id")
    String eventId;

    @Column(name = "settled_at")
    Instant settledAt;

    /** The snapshot or the verification that settled it: read again, it publishes this again. */
    @Column(name = "caused_by")
    String causedBy;

    @Column(name = "data")
    byte[] data;

    static StoredSettlement of(ChangeSettled settled, String causedBy) {
        StoredSettlement stored = new StoredSettlement();
        stored.changeId = settled.changeId();
        stored.eventId = Ids.event(EventType.CHANGE_SETTLED, settled.changeId());
        stored.settledAt = settled.settledAt();
        stored.causedBy = causedBy;
        stored.data = EventCodec.write(settled);
        return stored;
    }

    Event event() {
        return StoredEvents.event(eventId, settledAt, EventType.CHANGE_SETTLED, data);
    }
}
