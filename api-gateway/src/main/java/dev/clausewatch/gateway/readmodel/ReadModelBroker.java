package dev.clausewatch.gateway.readmodel;

import dev.clausewatch.events.Service;
import dev.clausewatch.events.Topic;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The broker as the read model sees it: a consumer without a group over all partitions of all topics. */
@ApplicationScoped
class ReadModelBroker {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);
    /** Polls are bounded by bytes, so that a heap of 256 MB holds; a larger single record still comes through. */
    private static final int FETCH_BYTES = 8 * 1024 * 1024;

    private static final int PARTITION_BYTES = 1024 * 1024;

    private final Map<String, Object> connection;

    /** Takes every {@code kafka.*} setting, so that TLS and passwords reach this client too. */
    ReadModelBroker(@Identifier("default-kafka-broker") Map<String, Object> connection) {
        this.connection = Map.copyOf(connection);
    }

    /** Every partition of every topic that the contract lets the gateway read. */
    static List<TopicPartition> partitions() {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic.readers().contains(Service.GATEWAY))
                .flatMap(topic -> IntStream.range(0, topic.partitions())
                        .mapToObj(partition -> new TopicPartition(topic.topicName(), partition)))
                .toList();
    }

    /**
     * These, and every partition of the topics of dead letters that the broker has: without one of those topics the read model still
     * tells everything else.
     */
    static List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer) {
        Stream<TopicPartition> letters = Arrays.stream(Stage.values())
                .flatMap(stage -> consumer.partitionsFor(stage.deadLetters()).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()));
        return Stream.concat(partitions().stream(), letters).toList();
    }

    KafkaConsumer<String, byte[]> consumer(int recordsPerPoll) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.putAll(Map.of(
                ConsumerConfig.CLIENT_ID_CONFIG,
                "api-gateway-read-model",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                // A position that is gone (retention) means: go on with what is there.
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                recordsPerPoll,
                ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                FETCH_BYTES,
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                PARTITION_BYTES,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                20_000));
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Where each partition ends now, those included; empty when the broker does not answer. */
    Optional<Map<TopicPartition, Long>> ends(Set<TopicPartition> others) {
        int within = Math.toIntExact(ANSWER_WITHIN.toMillis());
        Map<String, Object> settings = new HashMap<>(connection);
        settings.putAll(Map.of(
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                within,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                within));
        try (Admin admin = Admin.create(settings)) {
            Map<TopicPartition, Long> ends = new HashMap<>();
            admin.listOffsets(Stream.concat(partitions().stream(), others.stream())
                            .distinct()
                            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                    .all()
                    .get(within, TimeUnit.MILLISECONDS)
                    .forEach((partition, end) -> ends.put(partition, end.offset()));
            return Optional.of(ends);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
