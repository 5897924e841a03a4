package dev.clausewatch.gateway.readmodel;

import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.EventCodec;
import dev.clausewatch.events.EventData;
import dev.clausewatch.events.EventType;
import dev.clausewatch.events.UndecodableEventException;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The event in a row of {@code read.change}, whose columns are {@code event_type} and {@code event}. */
public final class StoredEvent {

    private StoredEvent() {}

    /** The event: {@code change.classified}, or {@code change.detected} while there is no classification. */
    public static EventData read(ResultSet row) throws SQLException {
        try {
            return EventCodec.read(EventType.valueOf(row.getString("event_type")), row.getBytes("event"));
        } catch (UndecodableEventException e) {
            throw new IllegalStateException("A stored change cannot be read", e);
        }
    }

    /** The change, which a classification holds whole. */
    public static ChangeDetected change(ResultSet row) throws SQLException {
        EventData data = read(row);
        return data instanceof ChangeClassified classified ? classified.change() : (ChangeDetected) data;
    }
}
