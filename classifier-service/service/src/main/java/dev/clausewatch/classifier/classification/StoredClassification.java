package dev.clausewatch.classifier.classification;

import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.Event;
import dev.clausewatch.events.EventCodec;
import dev.clausewatch.events.EventType;
import dev.clausewatch.events.UndecodableEventException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The first answer to what a change means, with the event that told of it; later ones are written by {@link Answers}. */
@Entity
@Table(name = "classification")
class StoredClassification {

    /** The {@code source} of this service's events. */
    static final String SOURCE = "/classifier-service";

    @Id
    @Column(name = "event_id")
    String eventId = "";

    String id = "";

    @Column(name = "change_id")
    String changeId = "";

    int correction;
    String cause = "";

    @Column(name = "ruleset_version")
    String rulesetVersion = "";

    @Column(name = "event_time")
    Instant eventTime = Instant.EPOCH;

    byte[] data = {};

    @Column(name = "document_id")
    String documentId = "";

    long sequence;

    /** Whether it is the last answer to its change; the first one is when it is stored. */
    boolean present = true;

    /** Whether a language model is asked for a summary. */
    @Column(name = "summary_due")
    boolean summaryDue;

    static StoredClassification of(Event event, ChangeClassified classified) {
        StoredClassification row = new StoredClassification();
        row.id = classified.classificationId();
        row.changeId = classified.change().changeId();
        row.correction = classified.correction();
        row.cause = classified.cause().name();
        row.rulesetVersion = classified.ruleset().version();
        row.eventId = event.id();
        row.eventTime = event.time();
        row.data = EventCodec.write(classified);
        row.documentId = classified.document().id();
        row.sequence = classified.change().to().sequence();
        return row;
    }

    /** The event as it was first published. */
    Event event() {
        try {
            return new Event(eventId, eventTime, SOURCE, EventCodec.read(EventType.CHANGE_CLASSIFIED, data));
        } catch (UndecodableEventException e) {
            throw new IllegalStateException("The stored classification " + id + " cannot be read", e);
        }
    }
}
