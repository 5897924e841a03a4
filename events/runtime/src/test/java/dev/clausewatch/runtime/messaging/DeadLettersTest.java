package dev.clausewatch.runtime.messaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clausewatch.events.Limits;
import dev.clausewatch.events.Service;
import dev.clausewatch.events.Topic;
import dev.clausewatch.testing.EmbeddedKafka;
import dev.clausewatch.testing.KafkaProbe;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What could not be processed is kept as it came, with what a person needs to find and to replay it. */
@Timeout(60)
class DeadLettersTest {

    private final String run = UUID.randomUUID().toString();
    private final KafkaProbe kafka = new KafkaProbe(EmbeddedKafka.bootstrapServers());
    private final EventPublisher publisher =
            new EventPublisher(Map.of("bootstrap.servers", EmbeddedKafka.bootstrapServers()), new QuickMessaging());
    private final DeadLetters letters = new DeadLetters(publisher, "classifier-service");

    @AfterEach
    void close() {
        kafka.close();
        publisher.close();
    }

    @Test
    void keepsTheRecordAsItCameAndSaysWhereItStoodAndWhy() {
        ProducerRecord<String, byte[]> sent = Polls.unreadable("kept/" + run);
        letters.publish(Polls.received(sent, 4_711), "it has no version");
        ConsumerRecord<String, byte[]> letter = letter("4711");
        assertEquals(sent.key(), letter.key());
        assertArrayEquals(sent.value(), letter.value());
        assertEquals("it has no version", header(letter, "dead-letter-reason"));
        assertEquals(Topic.CHANGES.topicName(), header(letter, "dead-letter-topic"));
        assertEquals("3", header(letter, "dead-letter-partition"));
        assertEquals(Integer.toString(sent.value().length), header(letter, "dead-letter-bytes"));
        for (Header one : sent.headers()) {
            assertEquals(new String(one.value(), StandardCharsets.UTF_8), header(letter, one.key()));
        }
    }

    @Test
    void aLetterThatFailsAgainHasTheLastReasonOnly() {
        ProducerRecord<String, byte[]> replayed = Polls.unreadable("again/" + run);
        replayed.headers().add("dead-letter-reason", "of before".getBytes(StandardCharsets.UTF_8));
        letters.publish(Polls.received(replayed, 4_712), "of today");
        assertEquals(
                List.of("of today"),
                StreamSupport.stream(
                                letter("4712")
                                        .headers()
                                        .headers("dead-letter-reason")
                                        .spliterator(),
                                false)
                        .map(header -> new String(header.value(), StandardCharsets.UTF_8))
                        .toList());
    }

    @Test
    void aReasonIsCutAndAnUnknownOneIsCalledSo() {
        letters.publish(Polls.received(Polls.unreadable("long/" + run), 4_713), "x".repeat(5_000));
        letters.publish(Polls.received(Polls.unreadable("none/" + run), 4_714), null);
        assertEquals("x".repeat(2_000), header(letter("4713"), "dead-letter-reason"));
        assertEquals("unknown", header(letter("4714"), "dead-letter-reason"));
    }

    @Test
    void aRecordWithoutKeyAndValueIsALetterToo() {
        letters.publish(Polls.received(new ProducerRecord<>(Topic.CHANGES.topicName(), null), 4_715), "no value");
        ConsumerRecord<String, byte[]> letter = letter("4715");
        assertNull(letter.key());
        assertNull(letter.value());
        assertEquals("-1", header(letter, "dead-letter-bytes"));
    }

    @Test
    void aValueThatIsLargerThanAnEventMayBeIsLeftOut() {
        ProducerRecord<String, byte[]> large =
                new ProducerRecord<>(Topic.CHANGES.topicName(), "large/" + run, new byte[Limits.EVENT_BYTES + 1]);
        letters.publish(Polls.received(large, 4_716), "too large");
        ConsumerRecord<String, byte[]> letter = letter("4716");
        assertEquals(large.key(), letter.key());
        assertNull(letter.value());
        assertEquals(Integer.toString(Limits.EVENT_BYTES + 1), header(letter, "dead-letter-bytes"));
    }

    @Test
    void aRecordThatTheBrokerRefusesEvenAsALetterLeavesOneThatSaysWhereItIs() {
        ProducerRecord<String, byte[]> large =
                new ProducerRecord<>(Topic.CHANGES.topicName(), "headers/" + run, new byte[] {1});
        byte[] noise = new byte[Limits.RECORD_BYTES];
        new Random(1).nextBytes(noise);
        large.headers().add("noise", noise);
        letters.publish(Polls.received(large, 4_717), "too large");
        ConsumerRecord<String, byte[]> letter = letter("4717");
        assertNull(letter.key());
        assertNull(letter.value());
        assertNull(letter.headers().lastHeader("noise"));
        assertEquals("too large", header(letter, "dead-letter-reason"));
    }

    @Test
    void aBrokerThatIsAwayIsTold() {
        EventPublisher away = new EventPublisher(
                Map.of("bootstrap.servers", "127.0.0.1:1"), new QuickMessaging(Duration.ofMillis(200)));
        assertThrows(
                BrokerUnavailableException.class,
                () -> new DeadLetters(away, "classifier-service")
                        .publish(Polls.received(Polls.unreadable("away/" + run), 4_718), "no version"));
        away.close();
    }

    /** The last letter of a record at an offset, which each test has for itself. */
    private ConsumerRecord<String, byte[]> letter(String offset) {
        return kafka.deadLetters(Topic.CHANGES, Service.CLASSIFIER).stream()
                .filter(letter -> offset.equals(header(letter, "dead-letter-offset")))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static String header(ConsumerRecord<?, ?> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
