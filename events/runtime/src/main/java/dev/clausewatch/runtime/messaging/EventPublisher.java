package dev.clausewatch.runtime.messaging;

import dev.clausewatch.events.EventCodec;
import dev.clausewatch.events.Limits;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Publishes and waits: when {@link #publish} returns, the broker has every record. Idempotent producer with acks from all
 * replicas, so records of one key stay in order. Thread-safe.
 */
@ApplicationScoped
public class EventPublisher {

    private final KafkaProducer<String, byte[]> producer;
    private final Duration timeout;

    /** Takes every {@code kafka.*} setting, so that TLS and passwords reach this client too. */
    EventPublisher(@Identifier("default-kafka-broker") Map<String, Object> connection, MessagingConfig config) {
        this.timeout = config.publishTimeout();
        int timeoutMs = Math.toIntExact(timeout.toMillis());
        Map<String, Object> settings = new HashMap<>(connection);
        settings.putAll(Map.of(
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                "true",
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "zstd",
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                Limits.RECORD_BYTES,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                timeoutMs,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                timeoutMs / 2,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                timeoutMs,
                ProducerConfig.LINGER_MS_CONFIG,
                0));
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * Publishes in the order of the list. When it returns or throws, no send is pending any more, so a retry cannot be overtaken by the
     * first attempt.
     *
     * @throws BrokerUnavailableException if the broker did not take all of them in time; some may be there
     * @throws RefusedRecordException if the broker will never take one of them
     */
    public void publish(List<Publication> publications) {
        send(encode(publications));
    }

    /**
     * The records of events.
     *
     * @throws RefusedRecordException if one is larger than the contract allows
     */
    static List<ProducerRecord<String, byte[]>> encode(List<Publication> publications) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>(publications.size());
        for (Publication publication : publications) {
            ProducerRecord<String, byte[]> record = EventCodec.encode(publication.topic(), publication.event());
            RefusedRecordException.requireFitting(publication.event().id(), record.value());
            records.add(record);
        }
        return records;
    }

    /** Publishes records as they are; throws as {@link #publish} does. */
    void send(List<ProducerRecord<String, byte[]>> records) {
        List<Future<RecordMetadata>> sent = new ArrayList<>(records.size());
        @Nullable Throwable failure = null;
        for (ProducerRecord<String, byte[]> record : records) {
            try {
                Future<RecordMetadata> future = producer.send(record);
                sent.add(future);
                // After a failed send, the next record of the key must not be sent, or it would overtake the failed
                // one.
                failure = future.isDone() ? failureOf(future) : null;
            } catch (KafkaException e) {
                failure = e;
            }
            if (failure != null) {
                break;
            }
        }
        for (Future<RecordMetadata> one : sent) {
            @Nullable Throwable late = failureOf(one);
            failure = failure == null ? late : failure;
        }
        if (failure != null) {
            throw failed(failure);
        }
    }

    /** Waits for the broker's answer, which comes within the time for a publication. */
    private static @Nullable Throwable failureOf(Future<RecordMetadata> sent) {
        try {
            sent.get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e;
        }
    }

    private RuntimeException failed(Throwable failure) {
        return RefusedRecordException.isRefusal(failure)
                ? new RefusedRecordException(failure)
                : new BrokerUnavailableException("The broker did not take a record within " + timeout, failure);
    }

    @PreDestroy
    void close() {
        producer.close(timeout);
    }
}
