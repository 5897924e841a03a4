package dev.clausewatch.cli;

import dev.clausewatch.events.DeadLetterHeaders;
import dev.clausewatch.events.Event;
import dev.clausewatch.events.EventCodec;
import dev.clausewatch.events.Service;
import dev.clausewatch.events.Topic;
import dev.clausewatch.testing.EmbeddedKafka;
import dev.clausewatch.testing.KafkaProbe;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Dead letters at a broker, as services lay them there. */
public final class BuriedRecords implements AutoCloseable {

    private final KafkaProbe probe = new KafkaProbe(EmbeddedKafka.bootstrapServers());

    /** The broker. */
    public String servers() {
        return EmbeddedKafka.bootstrapServers();
    }

    /** The probe at it. */
    public KafkaProbe probe() {
        return probe;
    }

    /** Lays an event there that a service could not process; answers the letter's id. */
    public String bury(Topic topic, Service service, Event event, long offset, String reason) {
        return bury(topic, service, EventCodec.encode(topic, event), topic.topicName(), offset, reason);
    }

    /** The same for any record, which may say that it is from elsewhere. */
    public String bury(
            Topic topic,
            Service service,
            ProducerRecord<String, byte[]> record,
            String from,
            long offset,
            String reason) {
        return bury(topic, service, record, from, offset, reason, 0);
    }

    /** The same for a record of a partition. */
    public String bury(
            Topic topic,
            Service service,
            ProducerRecord<String, byte[]> record,
            String from,
            long offset,
            String reason,
            int partition) {
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(topic.deadLetters(service), 0, record.key(), record.value(), record.headers());
        Map.of(
                        DeadLetterHeaders.REASON,
                        reason,
                        DeadLetterHeaders.TOPIC,
                        from,
                        DeadLetterHeaders.PARTITION,
                        Integer.toString(partition),
                        DeadLetterHeaders.OFFSET,
                        Long.toString(offset),
                        DeadLetterHeaders.BYTES,
                        Integer.toString(length(record.value())))
                .forEach((name, value) -> letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        // So that it is found again among those of other tests.
        String mark = UUID.randomUUID().toString();
        letter.headers().add("test-mark", mark.getBytes(StandardCharsets.UTF_8));
        probe.send(letter);
        ConsumerRecord<String, byte[]> laid = probe.deadLetters(topic, service).stream()
                .filter(one -> one.headers().lastHeader("test-mark") != null
                        && mark.equals(
                                new String(one.headers().lastHeader("test-mark").value(), StandardCharsets.UTF_8)))
                .findFirst()
                .orElseThrow();
        return laid.topic() + "/" + laid.partition() + "/" + laid.offset();
    }

    private static int length(byte @Nullable [] value) {
        return value == null ? -1 : value.length;
    }

    @Override
    public void close() {
        probe.close();
    }
}
