package dev.clausewatch.alert.delivery;

import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.EventCodec;
import dev.clausewatch.events.EventType;
import dev.clausewatch.events.UndecodableEventException;
import dev.clausewatch.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/**
 * Changes whose subscribers were chosen, and those that wait to be confirmed. A change read again finds itself here, so that those who
 * subscribed in between are not told of it.
 */
@ApplicationScoped
class HandledChanges {

    private final Database database;

    HandledChanges(Database database) {
        this.database = database;
    }

    /** Marks a change as told; false if it was handled before. */
    boolean tell(String changeId, Instant now) {
        return database.update("""
                insert into handled_change (change_id, state, handled_at) values (?, 'TOLD', ?)
                on conflict (change_id) do nothing""", changeId, now) == 1;
    }

    /** Lets a change wait; nothing happens if it was handled before. */
    void wait(ChangeClassified classified, Instant now) {
        int unused = database.update("""
                insert into handled_change (change_id, state, event, handled_at) values (?, 'WAITING', ?, ?)
                on conflict (change_id) do nothing""", classified.change().changeId(), EventCodec.write(classified), now);
    }

    /** The waiting change, which is now told; empty if it does not wait. */
    Optional<ChangeClassified> confirm(String changeId, Instant now) {
        Optional<ChangeClassified> waiting = database.first(
                        "select event from handled_change where change_id = ? and state = 'WAITING' for update",
                        row -> row.bytes("event"),
                        changeId)
                .map(HandledChanges::read);
        waiting.ifPresent(found -> close(changeId, "TOLD", now));
        return waiting;
    }

    /** A waiting change will not be told. */
    void drop(String changeId, Instant now) {
        close(changeId, "DROPPED", now);
    }

    private void close(String changeId, String state, Instant now) {
        int unused = database.update("""
                update handled_change set state = ?, event = null, handled_at = ?
                where change_id = ? and state = 'WAITING'""", state, now, changeId);
    }

    private static ChangeClassified read(byte[] json) {
        try {
            return (ChangeClassified) EventCodec.read(EventType.CHANGE_CLASSIFIED, json);
        } catch (UndecodableEventException e) {
            throw new IllegalStateException("A stored event cannot be read", e);
        }
    }
}
