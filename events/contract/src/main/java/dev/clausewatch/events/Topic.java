package dev.clausewatch.events;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The topics with their settings. The deployment creates them (see {@link #brokerSettings}); nothing creates a topic by use,
 * and partitions are never added in place, since a key would move.
 */
public enum Topic {
    DOCUMENTS("clausewatch.documents.v1", 3, null, EventType.DOCUMENT_REGISTERED, EventType.DOCUMENT_RETIRED),
    CAPTURES(
            "clausewatch.captures.v1",
            6,
            forever(),
            EventType.SNAPSHOT_CAPTURED,
            EventType.SNAPSHOT_VERIFIED,
            EventType.CAPTURE_FAILED,
            EventType.SOURCE_DEGRADED,
            EventType.SOURCE_RECOVERED),
    CHANGES("clausewatch.changes.v1", 6, forever(), EventType.CHANGE_DETECTED, EventType.CHANGE_SETTLED),
    CLASSIFICATIONS(
            "clausewatch.classifications.v1", 6, forever(), EventType.CHANGE_CLASSIFIED, EventType.CHANGE_SETTLED),
    REGISTER("clausewatch.register.v1", 1, null, EventType.REGISTER_PUBLISHED),
    DELIVERIES(
            "clausewatch.deliveries.v1",
            6,
            Duration.ofDays(90),
            EventType.DELIVERY_SUCCEEDED,
            EventType.DELIVERY_FAILED,
            EventType.DELIVERY_EXHAUSTED);

    /** How long dead letters are kept: time enough to mend and replay them. */
    public static final Duration DEAD_LETTER_RETENTION = Duration.ofDays(30);

    private final String topicName;
    private final int partitions;
    private final @Nullable Duration retention;

    // Set.of is immutable, which Error Prone cannot see from the type.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<EventType> types;

    Topic(String topicName, int partitions, @Nullable Duration retention, EventType... types) {
        this.topicName = topicName;
        this.partitions = partitions;
        this.retention = retention;
        this.types = Set.of(types);
    }

    private static Duration forever() {
        return Duration.ofMillis(-1);
    }

    /** The name at the broker. */
    public String topicName() {
        return topicName;
    }

    /** How many partitions it is created with. */
    public int partitions() {
        return partitions;
    }

    /** Whether only the newest event of a key is kept. */
    public boolean compacted() {
        return retention == null;
    }

    /** The types it carries. */
    public Set<EventType> types() {
        return types;
    }

    /** Where a service puts what it could not process: same key, value and headers, with the reason in headers. */
    public String deadLetters(String service) {
        return topicName + "." + service + ".dlq";
    }

    /** The settings it is created with. */
    public Map<String, String> brokerSettings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("max.message.bytes", Integer.toString(Limits.RECORD_BYTES));
        if (retention == null) {
            settings.put("cleanup.policy", "compact");
        } else {
            settings.put("cleanup.policy", "delete");
            settings.put("retention.ms", Long.toString(retention.toMillis()));
        }
        return Map.copyOf(settings);
    }

    /** The settings of a dead-letter topic. */
    public static Map<String, String> deadLetterSettings() {
        return Map.of(
                "max.message.bytes", Integer.toString(Limits.RECORD_BYTES),
                "cleanup.policy", "delete",
                "retention.ms", Long.toString(DEAD_LETTER_RETENTION.toMillis()));
    }
}
