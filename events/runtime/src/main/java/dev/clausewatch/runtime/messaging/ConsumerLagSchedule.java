package dev.clausewatch.runtime.messaging;

import dev.clausewatch.events.Service;
import dev.clausewatch.events.Topic;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Measures how many records of each topic this service's consumer group has not finished, and the sum of the offsets up to which it has: a
 * group that has records before it and does not move is stuck. The brokers are asked, since a consumer that hangs reports no lag of its own.
 * All replicas tell the same; not a number while the brokers do not answer.
 */
@ApplicationScoped
class ConsumerLagSchedule {

    private static final Logger LOG = Logger.getLogger(ConsumerLagSchedule.class);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

    /** Of a topic: the sum of the offsets that come next, and how many records have not been finished. */
    private record Place(long position, long lag) {
        Place plus(Place other) {
            return new Place(position + other.position, lag + other.lag);
        }
    }

    private final Map<String, Object> connection;
    private final String group;
    private final List<Topic> topics;
    private volatile Map<Topic, Place> places = Map.of();
    private volatile @Nullable Admin admin;
    private volatile boolean stopped;

    /** Takes every {@code kafka.*} setting, so that TLS and passwords reach this client too. */
    ConsumerLagSchedule(
            @Identifier("default-kafka-broker") Map<String, Object> connection,
            MeterRegistry meters,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.connection = Map.copyOf(connection);
        this.group = service;
        this.topics = topics(Service.byLabel(service));
        topics.forEach(topic -> {
            Gauge.builder("clausewatch.consumer.lag", this, measured -> measured.of(topic, Place::lag))
                    .tag("topic", topic.topicName())
                    .register(meters);
            Gauge.builder("clausewatch.consumer.position", this, measured -> measured.of(topic, Place::position))
                    .tag("topic", topic.topicName())
                    .register(meters);
        });
    }

    /** The gateway reads without a group, and measures by itself. */
    private static List<Topic> topics(Service service) {
        return service == Service.GATEWAY
                ? List.of()
                : Arrays.stream(Topic.values())
                        .filter(topic -> topic.readers().contains(service))
                        .toList();
    }

    private double of(Topic topic, ToLongFunction<Place> figure) {
        Place place = places.get(topic);
        return place == null ? Double.NaN : figure.applyAsLong(place);
    }

    @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() throws InterruptedException {
        if (stopped || topics.isEmpty()) {
            return;
        }
        try {
            places = ask(opened());
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            places = Map.of();
            LOG.debugf("The brokers do not say how far the group is: %s", e);
        }
    }

    /** Does not wait for a measurement: closing ends it. */
    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        Admin open = admin;
        if (open != null) {
            open.close(Duration.ZERO);
        }
    }

    private Admin opened() {
        Admin open = admin;
        if (open == null) {
            open = Admin.create(connection);
            admin = open;
        }
        return open;
    }

    private Map<Topic, Place> ask(Admin brokers) throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetAndMetadata> finished =
                answer(brokers.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        Map<TopicPartition, Long> ends = offsets(brokers, OffsetSpec.latest());
        Map<TopicPartition, Long> beginnings = offsets(brokers, OffsetSpec.earliest());
        Map<Topic, Place> now = new HashMap<>();
        ends.forEach((partition, end) -> {
            OffsetAndMetadata at = finished.get(partition);
            long next = Math.max(at == null ? 0 : at.offset(), beginnings.getOrDefault(partition, 0L));
            now.merge(Topic.named(partition.topic()), new Place(next, Math.max(0, end - next)), Place::plus);
        });
        return Map.copyOf(now);
    }

    private Map<TopicPartition, Long> offsets(Admin brokers, OffsetSpec which)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        topics.forEach(topic -> IntStream.range(0, topic.partitions())
                .forEach(partition -> asked.put(new TopicPartition(topic.topicName(), partition), which)));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        answer(brokers.listOffsets(asked).all())
                .forEach((partition, offset) -> offsets.put(partition, offset.offset()));
        return offsets;
    }

    private static <T> T answer(KafkaFuture<T> future)
            throws ExecutionException, InterruptedException, TimeoutException {
        return future.get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    }
}
