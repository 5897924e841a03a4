package dev.clausewatch.runtime.messaging;

import dev.clausewatch.events.DeadLetterHeaders;
import dev.clausewatch.events.Limits;
import dev.clausewatch.events.Service;
import dev.clausewatch.events.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what this service could not process: the record as it came, on {@code <topic>.<service>.dlq}, with the headers of
 * {@link DeadLetterHeaders}; a value larger than an event may be is left out.
 */
@ApplicationScoped
public class DeadLetters {

    private static final int LONGEST_REASON = 2_000;

    private final EventPublisher publisher;
    private final Service service;

    DeadLetters(EventPublisher publisher, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.publisher = publisher;
        this.service = Service.byLabel(service);
    }

    /**
     * Publishes a dead letter and waits for the broker. If the broker refuses it, a dead letter with our headers only is published; it
     * names the position of the record.
     *
     * @throws BrokerUnavailableException if the broker did not take it in time
     */
    public void publish(ConsumerRecord<String, byte[]> record, @Nullable String reason) {
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(topic(record), null, record.key(), value(record), record.headers());
        try {
            publisher.send(List.of(explained(letter, record, reason)));
        } catch (RefusedRecordException e) {
            ProducerRecord<String, byte[]> bare = new ProducerRecord<>(topic(record), null, null, null);
            publisher.send(List.of(explained(bare, record, reason)));
        }
    }

    private String topic(ConsumerRecord<String, byte[]> record) {
        return Topic.named(record.topic()).deadLetters(service);
    }

    private static ProducerRecord<String, byte[]> explained(
            ProducerRecord<String, byte[]> letter, ConsumerRecord<String, byte[]> record, @Nullable String reason) {
        String why = reason == null ? "unknown" : reason;
        header(letter, DeadLetterHeaders.REASON, why.substring(0, Math.min(why.length(), LONGEST_REASON)));
        header(letter, DeadLetterHeaders.TOPIC, record.topic());
        header(letter, DeadLetterHeaders.PARTITION, Integer.toString(record.partition()));
        header(letter, DeadLetterHeaders.OFFSET, Long.toString(record.offset()));
        header(letter, DeadLetterHeaders.BYTES, Integer.toString(record.serializedValueSize()));
        return letter;
    }

    /**
     * A value larger than the producer allows, as compressed by another client, is left out; the headers say where the original record is.
     */
    private static byte @Nullable [] value(ConsumerRecord<String, byte[]> record) {
        byte[] value = record.value();
        return value == null || value.length <= Limits.EVENT_BYTES ? value : null;
    }

    private static void header(ProducerRecord<String, byte[]> letter, String name, String value) {
        letter.headers().remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
