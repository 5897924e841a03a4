package dev.clausewatch.diff.version;

import dev.clausewatch.events.Event;
import dev.clausewatch.events.EventCodec;
import dev.clausewatch.events.EventData;
import dev.clausewatch.events.EventType;
import dev.clausewatch.events.UndecodableEventException;
import java.time.Instant;

/** Events out of rows. */
final class StoredEvents {

    static final String SOURCE = "/diff-service";

    private StoredEvents() {}

    static Event event(String id, Instant time, EventType type, byte[] data) {
        return new Event(id, time, SOURCE, read(type, data));
    }

    static EventData read(EventType type, byte[] data) {
        try {
            return EventCodec.read(type, data);
        } catch (UndecodableEventException e) {
            throw new IllegalStateException("A stored event cannot be read", e);
        }
    }
}
