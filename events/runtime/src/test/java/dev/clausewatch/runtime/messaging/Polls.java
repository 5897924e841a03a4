package dev.clausewatch.runtime.messaging;

import dev.clausewatch.events.ChangeSettled;
import dev.clausewatch.events.Event;
import dev.clausewatch.events.EventCodec;
import dev.clausewatch.events.EventType;
import dev.clausewatch.events.Ids;
import dev.clausewatch.events.Topic;
import dev.clausewatch.testing.CanonicalEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** Events of the tests, and polls of the topic of changes that hold them. */
final class Polls {

    static final int PARTITION = 3;
    static final long FIRST_OFFSET = 40;
    private static final Instant TIME = Instant.parse("2026-05-01T09:00:00.123456Z");

    private Polls() {}

    /** An event of a document; the same each time. */
    static Event event(String documentId) {
        return event(documentId, "It stood.");
    }

    /** The same with a reason, which makes it another event, and as large as the reason is. */
    static Event event(String documentId, String reason) {
        ChangeSettled example = CanonicalEvents.changeSettled();
        ChangeSettled data = new ChangeSettled(
                CanonicalEvents.document(documentId),
                "change/" + documentId,
                example.as(),
                example.settledAt(),
                example.evidenceSnapshotId(),
                reason);
        return new Event(
                Ids.event(EventType.CHANGE_SETTLED, Ids.sha256(EventCodec.write(data))),
                TIME,
                "/classifier-service",
                data);
    }

    /** The record that an event comes in. */
    static ProducerRecord<String, byte[]> record(Event event) {
        return EventCodec.encode(Topic.CHANGES, event);
    }

    /** A record that says to be an event and cannot be read. */
    static ProducerRecord<String, byte[]> unreadable(String documentId) {
        ProducerRecord<String, byte[]> record = record(event(documentId));
        record.headers().remove("ce_specversion");
        return record;
    }

    static ConsumerRecords<String, byte[]> poll(Event... events) {
        return poll(Arrays.stream(events).map(Polls::record).toList());
    }

    static ConsumerRecords<String, byte[]> poll(List<ProducerRecord<String, byte[]>> sent) {
        TopicPartition partition = new TopicPartition(Topic.CHANGES.topicName(), PARTITION);
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        for (ProducerRecord<String, byte[]> record : sent) {
            records.add(received(record, FIRST_OFFSET + records.size()));
        }
        return new ConsumerRecords<>(Map.of(partition, records), Map.of());
    }

    /** A record as it is read at an offset. */
    static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte[]> record, long offset) {
        byte @Nullable [] value = record.value();
        return new ConsumerRecord<>(
                record.topic(),
                PARTITION,
                offset,
                ConsumerRecord.NO_TIMESTAMP,
                TimestampType.NO_TIMESTAMP_TYPE,
                ConsumerRecord.NULL_SIZE,
                value == null ? ConsumerRecord.NULL_SIZE : value.length,
                record.key(),
                value,
                record.headers(),
                Optional.empty());
    }
}
