package dev.clausewatch.diff.version;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clausewatch.diff.change.Story;
import dev.clausewatch.events.CaptureCause;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.Event;
import dev.clausewatch.events.EventCodec;
import dev.clausewatch.events.Origin;
import dev.clausewatch.events.SnapshotCaptured;
import dev.clausewatch.events.Topic;
import dev.clausewatch.runtime.messaging.EventInbox;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** Polls in which snapshots of a document are missing, unreadable or out of order. */
@QuarkusTest
@WithKafka
@WithPostgres
class EventInboxTest {

    private static final long BROKEN = 0;

    @Inject
    EventInbox inbox;

    @Inject
    SnapshotIntake intake;

    @Inject
    VersionRepository versions;

    @Test
    void inOnePollADocumentGoesOnOverEachOfItsDeadLetters() {
        inbox.process(records("inbox/over", 1, BROKEN, 3, BROKEN, 5), intake);
        assertEquals(List.of(1L, 3L, 5L), stored("inbox/over"));
    }

    @Test
    void inOnePollASnapshotThatComesTooEarlyIsTakenAfterTheOneBeforeIt() {
        inbox.process(records("inbox/early", 1, 3, 2, 4), intake);
        assertEquals(List.of(1L, 2L, 3L, 4L), stored("inbox/early"));
    }

    @Test
    void aSnapshotThatWasBuriedAndMendedLeavesNoMarkThatALaterGapIsSteppedOverBy() {
        inbox.process(records("inbox/mended", 1, BROKEN, 3), intake);
        inbox.process(records("inbox/mended", 5), intake);
        assertEquals(List.of(1L, 3L), stored("inbox/mended"));
        inbox.process(records("inbox/mended", 4), intake);
        assertEquals(List.of(1L, 3L, 4L, 5L), stored("inbox/mended"));
    }

    private List<Long> stored(String documentId) {
        return QuarkusTransaction.requiringNew()
                .call(() -> versions.list("documentId = ?1 order by sequence", documentId).stream()
                        .map(version -> version.sequence)
                        .toList());
    }

    private static Event capture(String documentId, long sequence) {
        Instant at = Instant.parse("2026-01-01T00:00:00Z");
        DocumentRef document = new DocumentRef(
                documentId, "Orbitra", "Terms of Service", "en", List.of(), "https://orbitra.example/terms");
        SnapshotCaptured snapshot = Story.snapshot(
                document, "You may leave " + sequence + ".\n", sequence, null, Origin.LIVE, CaptureCause.SITE, at);
        return new Event(snapshot.snapshotId(), at, "/crawler-service", snapshot);
    }

    /** Snapshots of a document with these sequences, the broken ones not readable. */
    private static ConsumerRecords<String, byte[]> records(String documentId, long... sequences) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        for (long sequence : sequences) {
            ProducerRecord<String, byte[]> record =
                    EventCodec.encode(Topic.CAPTURES, capture(documentId, Math.max(1, sequence)));
            if (sequence == BROKEN) {
                record.headers().remove("ce_specversion");
            }
            records.add(record);
        }
        return poll(records);
    }

    private static ConsumerRecords<String, byte[]> poll(List<ProducerRecord<String, byte[]>> sent) {
        TopicPartition partition = new TopicPartition(Topic.CAPTURES.topicName(), 0);
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        for (ProducerRecord<String, byte[]> record : sent) {
            ConsumerRecord<String, byte[]> polled = new ConsumerRecord<>(
                    partition.topic(), partition.partition(), records.size(), record.key(), record.value());
            record.headers().forEach(polled.headers()::add);
            records.add(polled);
        }
        return new ConsumerRecords<>(new HashMap<>(Map.of(partition, records)), Map.of());
    }
}
