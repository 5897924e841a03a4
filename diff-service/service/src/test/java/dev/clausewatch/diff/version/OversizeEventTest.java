package dev.clausewatch.diff.version;

import static io.restassured.RestAssured.get;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeSettled;
import dev.clausewatch.events.Event;
import dev.clausewatch.events.EventCodec;
import dev.clausewatch.events.EventType;
import dev.clausewatch.events.Ids;
import dev.clausewatch.events.Limits;
import dev.clausewatch.events.Service;
import dev.clausewatch.events.Topic;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.runtime.messaging.DeadLetters;
import dev.clausewatch.runtime.messaging.EventInbox;
import dev.clausewatch.runtime.messaging.EventLog;
import dev.clausewatch.runtime.messaging.Publication;
import dev.clausewatch.runtime.messaging.RefusedRecordException;
import dev.clausewatch.testing.CanonicalEvents;
import dev.clausewatch.testing.KafkaProbe;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An event that is too large is nobody's fault but its own. */
@QuarkusTest
@WithKafka
@WithPostgres
class OversizeEventTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");

    private final KafkaProbe kafka = new KafkaProbe();
    private final String run = UUID.randomUUID().toString();

    @Inject
    Database database;

    @TestHTTPResource(management = true)
    String management;

    @Inject
    EventLog eventLog;

    @Inject
    EventInbox inbox;

    @Inject
    DeadLetters deadLetters;

    @AfterEach
    void close() {
        kafka.close();
        database.sql("delete from event_log where event_key like :keys")
                .bind("keys", "%" + run)
                .update();
    }

    @Test
    void isRefusedWhenItIsAppended() {
        RefusedRecordException refused = assertThrows(
                RefusedRecordException.class,
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> eventLog.append(Topic.CHANGES, settled("append/" + run, huge()))));
        assertTrue(Objects.toString(refused.getMessage()).contains(Integer.toString(Limits.EVENT_BYTES)));
    }

    @Test
    void inTheEventLogHoldsUpNoOtherOfWhateverKey() {
        String mine = "mine/" + run;
        String other = "other/" + run;
        QuarkusTransaction.requiringNew().run(() -> {
            write(mine, EventCodec.write(settled(mine, huge()).data()));
            eventLog.append(Topic.CHANGES, List.of(settled(mine, "It stood."), settled(other, "It stood.")));
        });

        await().atMost(PATIENCE)
                .until(() -> kafka.events(Topic.CHANGES, mine).size() == 1
                        && kafka.events(Topic.CHANGES, other).size() == 1);

        await().atMost(PATIENCE)
                .until(() -> database.sql(
                                "select refusal from event_log where event_key = :mine and refused_at is not null"
                                        + " and published_at is null")
                        .bind("mine", mine)
                        .first(String.class)
                        .isPresent());
        await().atMost(PATIENCE)
                .until(() -> get(management + "metrics").asString().contains("clausewatch_event_log_refused 1.0"));
    }

    @Test
    void asAnAnswerMakesADeadLetterOfItsCauseAndStoresNothing() {
        Event poison = CanonicalEvents.event(change("poison/" + run));
        Event good = CanonicalEvents.event(change("good/" + run));
        inbox.process(
                poll(poison, good),
                events -> () -> events.stream()
                        .map(event -> {
                            String key = event.data().key();
                            write(key, new byte[] {1});
                            return new Publication(
                                    Topic.CHANGES, settled(key, key.startsWith("poison") ? huge() : "It stood."));
                        })
                        .toList());

        assertEquals(1, kafka.events(Topic.CHANGES, "good/" + run).size());
        assertEquals(0, kafka.events(Topic.CHANGES, "poison/" + run).size());
        assertEquals(
                List.of("poison/" + run),
                kafka.deadLetters(Topic.CAPTURES, Service.DIFF).stream()
                        .map(ConsumerRecord::key)
                        .filter(key -> key != null && key.endsWith(run))
                        .toList());
        assertEquals(
                List.of("good/" + run),
                database.sql("select event_key from event_log where event_key like :keys")
                        .bind("keys", "%" + run)
                        .list(String.class));
    }

    @Test
    void becomesALetterWithoutItsContentWhenEvenTheLetterIsTooLarge() {
        byte[] value = new byte[Limits.EVENT_BYTES];
        ConsumerRecord<String, byte[]> record =
                new ConsumerRecord<>(Topic.CAPTURES.topicName(), 5, 4_711, "large/" + run, value);
        record.headers().add("filler", new byte[Limits.RECORD_BYTES - Limits.EVENT_BYTES]);
        deadLetters.publish(record, "too much " + run);

        assertEquals(
                1,
                kafka.deadLetters(Topic.CAPTURES, Service.DIFF).stream()
                        .filter(letter -> letter.value() == null
                                && header(letter, "dead-letter-offset").equals("4711"))
                        .filter(letter -> header(letter, "dead-letter-reason").equals("too much " + run))
                        .count());
    }

    private static String header(ConsumerRecord<?, ?> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** Past the check, as an earlier release could; a single byte counts as published already, so that the sweep leaves it. */
    private void write(String key, byte[] data) {
        database.sql("""
                insert into event_log (topic, event_key, event_id, event_type, event_time, data, published_at)
                values ('CHANGES', :key, :id, 'CHANGE_SETTLED', now(), :data, case when length(:data) = 1 then now() end)""")
                .bind("key", key)
                .bind("id", "written/" + key)
                .bind("data", data)
                .update();
    }

    private static ChangeDetected change(String documentId) {
        return CanonicalEvents.changeDetected(CanonicalEvents.document(documentId), "change/" + documentId);
    }

    private static Event settled(String documentId, String reason) {
        ChangeSettled example = CanonicalEvents.changeSettled();
        ChangeSettled data = new ChangeSettled(
                CanonicalEvents.document(documentId),
                "change/" + documentId,
                example.as(),
                example.settledAt(),
                example.evidenceSnapshotId(),
                reason);
        return new Event(Ids.event(EventType.CHANGE_SETTLED, documentId), NOW, "/diff-service", data);
    }

    private static String huge() {
        return "x".repeat(Limits.RECORD_BYTES);
    }

    private static ConsumerRecords<String, byte[]> poll(Event... events) {
        TopicPartition partition = new TopicPartition(Topic.CAPTURES.topicName(), 0);
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        for (Event event : events) {
            ProducerRecord<String, byte[]> encoded = EventCodec.encode(Topic.CAPTURES, event);
            ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(
                    partition.topic(), partition.partition(), records.size(), encoded.key(), encoded.value());
            encoded.headers().forEach(record.headers()::add);
            records.add(record);
        }
        return new ConsumerRecords<>(Map.of(partition, records), Map.of());
    }
}
