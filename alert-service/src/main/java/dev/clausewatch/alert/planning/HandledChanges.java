package dev.clausewatch.alert.planning;

import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.EventCodec;
import dev.clausewatch.events.EventType;
import dev.clausewatch.events.UndecodableEventException;
import dev.clausewatch.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/**
 * Inbox of handled changes: those already alerted and those that wait to be confirmed. A change that is read again is found here, so that
 * later subscribers are not alerted of it. A settlement that arrives before its change is kept here too, since events of one document may
 * come out of order after an outage.
 */
@ApplicationScoped
class HandledChanges {

    private final Database database;

    HandledChanges(Database database) {
        this.database = database;
    }

    /** Marks a change as alerted; false if it was handled before. */
    boolean markAlerted(String changeId, Instant now) {
        return database.sql("""
                insert into handled_change (change_id, state, handled_at) values (:changeId, 'TOLD', :now)
                on conflict (change_id) do update set state = 'TOLD', handled_at = excluded.handled_at
                where handled_change.state = 'CONFIRMED'""").bind("changeId", changeId).bind("now", now).update() == 1;
    }

    /** Parks a change until it is confirmed, unless it was handled before; true if it is already confirmed and must be alerted now. */
    boolean park(ChangeClassified classified, Instant now) {
        return database.sql("""
                insert into handled_change (change_id, state, event, handled_at) values (:changeId, 'WAITING', :event, :now)
                on conflict (change_id) do update set state = 'TOLD', handled_at = excluded.handled_at
                where handled_change.state = 'CONFIRMED'
                returning state""")
                .bind("changeId", classified.change().changeId())
                .bind("event", EventCodec.write(classified))
                .bind("now", now)
                .first(String.class)
                .filter("TOLD"::equals)
                .isPresent();
    }

    /** Replaces the stored classification of a waiting change by a later one. */
    void replaceWaiting(ChangeClassified later) {
        String changeId = later.change().changeId();
        boolean isNewer = waiting(changeId)
                .filter(held -> later.classification().correction()
                                > held.classification().correction()
                        || (later.classification().correction()
                                        == held.classification().correction()
                                && !later.classification()
                                        .classifiedAt()
                                        .isBefore(held.classification().classifiedAt())))
                .isPresent();
        if (isNewer) {
            database.sql("update handled_change set event = :event where change_id = :changeId")
                    .bind("event", EventCodec.write(later))
                    .bind("changeId", changeId)
                    .update();
        }
    }

    private Optional<ChangeClassified> waiting(String changeId) {
        return database.sql(
                        "select event from handled_change where change_id = :changeId and state = 'WAITING' for update")
                .bind("changeId", changeId)
                .first(byte[].class)
                .map(HandledChanges::read);
    }

    /** The waiting change, now marked as alerted; empty if it does not wait. A change that was not read yet is alerted when it is. */
    Optional<ChangeClassified> confirm(String changeId, Instant now) {
        int unread =
                database.sql("""
                insert into handled_change (change_id, state, handled_at) values (:changeId, 'CONFIRMED', :now)
                on conflict (change_id) do nothing""").bind("changeId", changeId).bind("now", now).update();
        if (unread == 1) {
            return Optional.empty();
        }
        Optional<ChangeClassified> waiting = waiting(changeId);
        if (waiting.isPresent()) {
            database.sql(
                            "update handled_change set state = 'TOLD', event = null, handled_at = :now where change_id = :changeId")
                    .bind("now", now)
                    .bind("changeId", changeId)
                    .update();
        }
        return waiting;
    }

    /** Drops a change that waits or was not read yet: it will not be alerted. */
    void drop(String changeId, Instant now) {
        database.sql("""
                insert into handled_change (change_id, state, handled_at) values (:changeId, 'DROPPED', :now)
                on conflict (change_id) do update set state = 'DROPPED', event = null, handled_at = excluded.handled_at
                where handled_change.state in ('WAITING', 'CONFIRMED')""").bind("changeId", changeId).bind("now", now).update();
    }

    private static ChangeClassified read(byte[] json) {
        try {
            return (ChangeClassified) EventCodec.read(EventType.CHANGE_CLASSIFIED, json);
        } catch (UndecodableEventException e) {
            throw new IllegalStateException("A stored event cannot be read", e);
        }
    }
}
