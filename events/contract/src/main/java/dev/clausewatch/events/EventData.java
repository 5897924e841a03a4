package dev.clausewatch.events;

/**
 * What happened. One record per event type; {@link EventType} names them on the wire. Fields may be added; a reader
 * ignores fields and enumeration values that it does not know.
 */
public sealed interface EventData
        permits DocumentRegistered,
                DocumentRetired,
                SnapshotCaptured,
                SnapshotVerified,
                CaptureFailed,
                SourceDegraded,
                SourceRecovered,
                ChangeDetected,
                ChangeSettled,
                ChangeClassified,
                VersionSegmented,
                WordingAdded,
                WordingAssessed,
                RegisterPublished,
                DeliverySucceeded,
                DeliveryFailed,
                DeliveryExhausted {

    /** The Kafka key: events with the same key are ordered. */
    String key();
}
