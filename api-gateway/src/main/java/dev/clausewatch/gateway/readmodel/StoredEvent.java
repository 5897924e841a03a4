package dev.clausewatch.gateway.readmodel;

import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.EventCodec;
import dev.clausewatch.events.EventData;
import dev.clausewatch.events.EventType;
import dev.clausewatch.events.UndecodableEventException;
import org.jdbi.v3.core.result.RowView;

/** The event in a row of {@code read.change}, whose columns are {@code event_type} and {@code event}. */
public final class StoredEvent {

    private StoredEvent() {}

    /** The event: {@code change.classified}, or {@code change.detected} while there is no classification. */
    public static EventData read(RowView row) {
        try {
            return EventCodec.read(row.getColumn("event_type", EventType.class), row.getColumn("event", byte[].class));
        } catch (UndecodableEventException e) {
            throw new IllegalStateException("A stored change cannot be read", e);
        }
    }

    /** The change, which a classification holds whole. */
    public static ChangeDetected change(RowView row) {
        EventData data = read(row);
        return data instanceof ChangeClassified classified ? classified.change() : (ChangeDetected) data;
    }
}
