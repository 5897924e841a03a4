package dev.clausewatch.brokers;

import dev.clausewatch.events.Service;
import dev.clausewatch.events.Topic;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * How far the consumer group of a service is, as the brokers say.
 *
 * @param service whose
 * @param members how many consumers it has
 * @param records how many records of all its topics it has not finished
 */
public record GroupLag(Service service, int members, long records) {

    /** The services that read by a group: the gateway keeps its place by itself, and the crawler reads nothing. */
    public static List<Service> services() {
        return Arrays.stream(Service.values())
                .filter(service -> service != Service.GATEWAY)
                .filter(service -> !topics(service).isEmpty())
                .toList();
    }

    /**
     * Asks for one service.
     *
     * @throws IOException if the brokers do not answer, or refuse
     */
    public static GroupLag of(Service service, Admin admin, BrokerConnection connection) throws IOException {
        String group = service.label();
        Map<TopicPartition, OffsetAndMetadata> finished =
                connection.demand(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        Map<TopicPartition, Long> beginnings = offsets(service, admin, connection, OffsetSpec.earliest());
        Map<TopicPartition, Long> ends = offsets(service, admin, connection, OffsetSpec.latest());
        long lag = 0;
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            // No offset is kept for a partition of which nothing was read yet.
            OffsetAndMetadata at = finished.get(end.getKey());
            long next = Math.max(at == null ? 0 : at.offset(), beginnings.getOrDefault(end.getKey(), 0L));
            lag += Math.max(0, end.getValue() - next);
        }
        return new GroupLag(service, members(group, admin, connection), lag);
    }

    private static int members(String group, Admin admin, BrokerConnection connection) throws IOException {
        try {
            ConsumerGroupDescription described = connection
                    .answer(admin.describeConsumerGroups(List.of(group)).all())
                    .get(group);
            return described == null ? 0 : described.members().size();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return 0;
            }
            throw connection.refused(e);
        }
    }

    private static Map<TopicPartition, Long> offsets(
            Service service, Admin admin, BrokerConnection connection, OffsetSpec which) throws IOException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        topics(service)
                .forEach(topic -> IntStream.range(0, topic.partitions())
                        .forEach(partition -> asked.put(new TopicPartition(topic.topicName(), partition), which)));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        connection
                .demand(admin.listOffsets(asked).all())
                .forEach((partition, offset) -> offsets.put(partition, offset.offset()));
        return offsets;
    }

    private static List<Topic> topics(Service service) {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic.readers().contains(service))
                .toList();
    }
}
