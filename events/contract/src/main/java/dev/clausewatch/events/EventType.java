package dev.clausewatch.events;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The event types: {@code dev.clausewatch.<noun>.<past participle>.v1} on the wire, one record each. */
public enum EventType {
    DOCUMENT_REGISTERED("document.registered", DocumentRegistered.class),
    DOCUMENT_RETIRED("document.retired", DocumentRetired.class),
    SNAPSHOT_CAPTURED("snapshot.captured", SnapshotCaptured.class),
    SNAPSHOT_VERIFIED("snapshot.verified", SnapshotVerified.class),
    CAPTURE_FAILED("capture.failed", CaptureFailed.class),
    SOURCE_DEGRADED("source.degraded", SourceDegraded.class),
    SOURCE_RECOVERED("source.recovered", SourceRecovered.class),
    CHANGE_DETECTED("change.detected", ChangeDetected.class),
    CHANGE_SETTLED("change.settled", ChangeSettled.class),
    CHANGE_CLASSIFIED("change.classified", ChangeClassified.class),
    VERSION_SEGMENTED("version.segmented", VersionSegmented.class),
    WORDING_ADDED("wording.added", WordingAdded.class),
    WORDING_ASSESSED("wording.assessed", WordingAssessed.class),
    REGISTER_PUBLISHED("register.published", RegisterPublished.class),
    DELIVERY_SUCCEEDED("delivery.succeeded", DeliverySucceeded.class),
    DELIVERY_FAILED("delivery.failed", DeliveryFailed.class),
    DELIVERY_EXHAUSTED("delivery.exhausted", DeliveryExhausted.class);

    private static final Map<String, EventType> BY_WIRE_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::wireName, type -> type));
    private static final Map<Class<?>, EventType> BY_DATA =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::data, type -> type));

    private final String shortName;
    private final Class<? extends EventData> data;

    EventType(String shortName, Class<? extends EventData> data) {
        this.shortName = shortName;
        this.data = data;
    }

    /** Such as {@code change.detected}: the name in documents, file names and logs. */
    public String shortName() {
        return shortName;
    }

    /** The CloudEvents type, such as {@code dev.clausewatch.change.detected.v1}. */
    public String wireName() {
        return "dev.clausewatch." + shortName + ".v1";
    }

    /** The record that holds the data. */
    public Class<? extends EventData> data() {
        return data;
    }

    /** The type with this name on the wire; empty for one of a newer release. */
    public static Optional<EventType> byWireName(String wireName) {
        return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
    }

    static EventType of(EventData data) {
        EventType type = BY_DATA.get(data.getClass());
        if (type == null) {
            throw new IllegalArgumentException("No event type for " + data.getClass());
        }
        return type;
    }
}
