package dev.clausewatch.diff.version;

import dev.clausewatch.diff.change.PendingChange;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeSettled;
import dev.clausewatch.events.Event;
import dev.clausewatch.events.EventType;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Changes and settlements as they were announced. */
@ApplicationScoped
class ChangeRepository implements PanacheRepositoryBase<StoredChange, String> {

    Event add(ChangeDetected change) {
        StoredChange stored = StoredChange.of(change);
        persist(stored);
        return new Event(stored.changeId, stored.detectedAt, StoredEvents.SOURCE, change);
    }

    Event add(ChangeSettled settled, String causedBy) {
        StoredSettlement stored = StoredSettlement.of(settled, causedBy);
        getEntityManager().persist(stored);
        update("waiting = false where changeId = ?1", settled.changeId());
        return stored.event();
    }

    /** The changes of a document that wait: one whose text has to stand at most, and those whose words may be new. */
    List<PendingChange> pending(String documentId) {
        return find("documentId = ?1 and waiting order by detectedAt", documentId).stream()
                .map(stored ->
                        PendingChange.of((ChangeDetected) StoredEvents.read(EventType.CHANGE_DETECTED, stored.data)))
                .toList();
    }

    /** What a snapshot or verification settled. */
    List<Event> settledBy(String cause) {
        return getEntityManager()
                .createQuery("from StoredSettlement where causedBy = ?1", StoredSettlement.class)
                .setParameter(1, cause)
                .getResultStream()
                .map(StoredSettlement::event)
                .toList();
    }

    Event announced(String changeId) {
        return findByIdOptional(changeId)
                .orElseThrow(() -> new IllegalStateException("No change " + changeId))
                .event();
    }
}
