package dev.clausewatch.events;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The topics with their settings, who writes and who reads each. The deployment creates them with the dead-letter topics of their readers
 * (see {@link #brokerSettings}); topics are never auto-created, and partitions are never added to an existing topic, since keys would move
 * to other partitions.
 */
public enum Topic {
    DOCUMENTS(
            "clausewatch.documents.v1",
            3,
            null,
            Service.CRAWLER,
            Set.of(Service.GATEWAY),
            EventType.DOCUMENT_REGISTERED,
            EventType.DOCUMENT_RETIRED),
    CAPTURES(
            "clausewatch.captures.v1",
            6,
            forever(),
            Service.CRAWLER,
            Set.of(Service.DIFF, Service.ALERT, Service.GATEWAY),
            EventType.SNAPSHOT_CAPTURED,
            EventType.SNAPSHOT_VERIFIED,
            EventType.CAPTURE_FAILED,
            EventType.SOURCE_DEGRADED,
            EventType.SOURCE_RECOVERED),
    CHANGES(
            "clausewatch.changes.v1",
            6,
            forever(),
            Service.DIFF,
            Set.of(Service.CLASSIFIER, Service.GATEWAY),
            EventType.CHANGE_DETECTED,
            EventType.CHANGE_SETTLED),
    CLASSIFICATIONS(
            "clausewatch.classifications.v1",
            6,
            forever(),
            Service.CLASSIFIER,
            Set.of(Service.ALERT, Service.GATEWAY),
            EventType.CHANGE_CLASSIFIED,
            EventType.CHANGE_SETTLED),
    PROVISIONS(
            "clausewatch.provisions.v1",
            6,
            forever(),
            Service.DIFF,
            Set.of(Service.CLASSIFIER, Service.GATEWAY),
            EventType.VERSION_SEGMENTED,
            EventType.WORDING_ADDED),
    ASSESSMENTS(
            "clausewatch.assessments.v1",
            6,
            null,
            Service.CLASSIFIER,
            Set.of(Service.GATEWAY),
            EventType.WORDING_ASSESSED),
    REGISTER(
            "clausewatch.register.v1",
            1,
            null,
            Service.CLASSIFIER,
            Set.of(Service.GATEWAY),
            EventType.REGISTER_PUBLISHED),
    DELIVERIES(
            "clausewatch.deliveries.v1",
            6,
            Duration.ofDays(90),
            Service.ALERT,
            Set.of(Service.GATEWAY),
            EventType.DELIVERY_SUCCEEDED,
            EventType.DELIVERY_FAILED,
            EventType.DELIVERY_EXHAUSTED);

    /** How long dead letters are kept, so that there is time to fix the cause and replay them. */
    public static final Duration DEAD_LETTER_RETENTION = Duration.ofDays(30);

    private final String topicName;
    private final int partitions;
    private final @Nullable Duration retention;
    private final Service writer;

    // Set.of is immutable, which Error Prone cannot see from the type.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Service> readers;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<EventType> types;

    Topic(
            String topicName,
            int partitions,
            @Nullable Duration retention,
            Service writer,
            Set<Service> readers,
            EventType... types) {
        this.topicName = topicName;
        this.partitions = partitions;
        this.retention = retention;
        this.writer = writer;
        this.readers = readers;
        this.types = Set.of(types);
    }

    /**
     * The topic of a name.
     *
     * @throws IllegalArgumentException if it is none of the contract's
     */
    public static Topic named(String topicName) {
        for (Topic topic : values()) {
            if (topic.topicName.equals(topicName)) {
                return topic;
            }
        }
        throw new IllegalArgumentException("No topic of the contract is named " + topicName);
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

    /** The service that publishes on it. */
    public Service writer() {
        return writer;
    }

    /** The services that read it; each has a dead-letter topic of its own. */
    public Set<Service> readers() {
        return readers;
    }

    /**
     * The dead-letter topic of a reader: records that it could not process, with their key, value and headers, and the reason in further
     * headers.
     *
     * @throws IllegalArgumentException if the service is not declared as a reader, so that nobody created this topic
     */
    public String deadLetters(Service reader) {
        if (!readers.contains(reader)) {
            throw new IllegalArgumentException(reader.label() + " is not declared as a reader of " + topicName);
        }
        return topicName + "." + reader.label() + ".dlq";
    }

    /** The names of the topics that a service needs: those that it reads, with their dead letters, and those that it writes. */
    public static Set<String> neededBy(Service service) {
        Set<String> needed = new TreeSet<>();
        for (Topic topic : values()) {
            if (topic.writer == service) {
                needed.add(topic.topicName);
            }
            if (topic.readers.contains(service)) {
                needed.add(topic.topicName);
                needed.add(topic.deadLetters(service));
            }
        }
        return needed;
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
