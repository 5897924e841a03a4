package dev.clausewatch.events;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An event with its CloudEvents attributes.
 *
 * @param id stored with the row that caused the event, so that the same event published twice has the same id
 * @param time when it happened, to the microsecond, so that databases and JSON keep it unchanged
 * @param source the service that published it, such as {@code /crawler-service}
 * @param data what happened
 */
public record Event(String id, Instant time, String source, EventData data) {

    public Event {
        Required.text(id, "id");
        Required.present(time, "time");
        Required.text(source, "source");
        Required.present(data, "data");
        time = time.truncatedTo(ChronoUnit.MICROS);
    }

    /** The type on the wire. */
    public EventType type() {
        return EventType.of(data);
    }
}
