package dev.clausewatch.runtime.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.Event;
import dev.clausewatch.events.EventCodec;
import dev.clausewatch.events.Limits;
import dev.clausewatch.events.Topic;
import dev.clausewatch.testing.EmbeddedKafka;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventPublisherTest {

    private static final int ROWS = 40;

    private final String narrow = "narrow-" + UUID.randomUUID();
    private final String wide = "wide-" + UUID.randomUUID();
    private final EventPublisher publisher = new EventPublisher(
            Map.of(
                    ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                    EmbeddedKafka.bootstrapServers(),
                    ProducerConfig.INTERCEPTOR_CLASSES_CONFIG,
                    Answers.class.getName()),
            new QuickMessaging());

    @BeforeEach
    void createTopics() throws Exception {
        try (Admin admin =
                Admin.create(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, EmbeddedKafka.bootstrapServers()))) {
            short replicas = 1;
            admin.createTopics(List.of(
                            new NewTopic(narrow, 1, replicas).configs(Map.of("max.message.bytes", "1000")),
                            new NewTopic(wide, 1, replicas).configs(Map.of("max.message.bytes", "2000000"))))
                    .all()
                    .get(20, TimeUnit.SECONDS);
            // A partition without a leader refuses the first batch and takes a later one, after which the first can
            // never follow.
            admin.listOffsets(Map.of(
                            new TopicPartition(narrow, 0), OffsetSpec.latest(),
                            new TopicPartition(wide, 0), OffsetSpec.latest()))
                    .all()
                    .get(60, TimeUnit.SECONDS);
        }
        Answers.COUNT.set(0);
    }

    @AfterEach
    void close() {
        publisher.close();
    }

    @Test
    void nothingIsUnderWayAnyMoreWhenItThrows() {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        records.add(new ProducerRecord<>(narrow, "key", noise(5_000)));
        for (int i = 0; i < ROWS; i++) {
            records.add(new ProducerRecord<>(wide, "key", noise(500_000)));
        }
        assertThrows(RefusedRecordException.class, () -> publisher.send(records));
        assertEquals(ROWS + 1, Answers.COUNT.get());
    }

    @Test
    void refusesAnEventThatIsLargerThanTheContractAllowsBeforeAnyIsSent() {
        List<Publication> publications = List.of(
                new Publication(Topic.CLASSIFICATIONS, Polls.event("small/" + narrow)),
                new Publication(Topic.CLASSIFICATIONS, Polls.event("large/" + narrow, "x".repeat(Limits.EVENT_BYTES))));
        assertThrows(RefusedRecordException.class, () -> publisher.publish(publications));
        assertEquals(0, Answers.COUNT.get());
    }

    @Test
    void takesAnEventOfTheLargestSizeThatTheContractAllows() {
        int around = EventCodec.write(Polls.event("largest/" + narrow, "").data()).length;
        Event largest = Polls.event("largest/" + narrow, "x".repeat(Limits.EVENT_BYTES - around));
        assertEquals(Limits.EVENT_BYTES, EventCodec.write(largest.data()).length);
        publisher.publish(List.of(new Publication(Topic.CLASSIFICATIONS, largest)));
        assertEquals(1, Answers.COUNT.get());
    }

    @Test
    void everyRecordIsAcknowledgedWhenItReturns() {
        publisher.send(IntStream.range(0, ROWS)
                .mapToObj(i -> new ProducerRecord<>(wide, "key", noise(1_000)))
                .toList());
        assertEquals(ROWS, Answers.COUNT.get());
    }

    @Test
    void anInterruptIsNoRefusalAndTheThreadStaysInterrupted() {
        Thread.currentThread().interrupt();
        assertThrows(
                RuntimeException.class, () -> publisher.send(List.of(new ProducerRecord<>(wide, "key", noise(1_000)))));
        assertTrue(Thread.interrupted());
    }

    private static byte[] noise(int bytes) {
        byte[] noise = new byte[bytes];
        new Random(1).nextBytes(noise);
        return noise;
    }

    /** Counts the broker's answers. */
    public static final class Answers implements ProducerInterceptor<String, byte[]> {

        private static final AtomicInteger COUNT = new AtomicInteger();

        @Override
        public ProducerRecord<String, byte[]> onSend(ProducerRecord<String, byte[]> record) {
            return record;
        }

        @Override
        public void onAcknowledgement(@Nullable RecordMetadata metadata, @Nullable Exception exception) {
            COUNT.incrementAndGet();
        }

        @Override
        public void close() {
            // Nothing is held.
        }

        @Override
        public void configure(Map<String, ?> configs) {
            // Nothing to set.
        }
    }
}
