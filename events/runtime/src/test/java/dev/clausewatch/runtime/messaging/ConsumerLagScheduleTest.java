package dev.clausewatch.runtime.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.Topic;
import dev.clausewatch.servers.Broker;
import dev.clausewatch.servers.Ports;
import dev.clausewatch.servers.TopicProvisioner;
import dev.clausewatch.testing.KafkaProbe;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker of its own, which goes away. */
class ConsumerLagScheduleTest {

    private static final String GROUP = "classifier-service";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void countsWhatTheGroupHasNotFinishedAndKnowsNothingWithoutTheBroker(@TempDir Path data) throws Exception {
        List<Integer> ports = Ports.free(2);
        Map<String, Object> connection = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                "127.0.0.1:" + ports.get(0),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                10_000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                5_000);
        ConsumerLagSchedule lag = new ConsumerLagSchedule(connection, meters, GROUP);
        assertTrue(Double.isNaN(lagOf(Topic.CHANGES)), "nothing is known before it is measured");

        try (Broker broker = startWithTopics(data, ports);
                KafkaProbe kafka = new KafkaProbe(broker.bootstrapServers());
                Admin admin = Admin.create(connection)) {
            kafka.publish(Topic.CHANGES, Polls.event("one"), Polls.event("two"), Polls.event("three"));
            lag.measure();
            assertEquals(3, lagOf(Topic.CHANGES), "a group that never read has everything before it");
            assertEquals(0, positionOf(Topic.CHANGES));
            assertEquals(0, lagOf(Topic.PROVISIONS));

            finishAll(admin);
            lag.measure();
            assertEquals(0, lagOf(Topic.CHANGES));
            assertEquals(3, positionOf(Topic.CHANGES));

            kafka.publish(Topic.CHANGES, Polls.event("four"));
            lag.measure();
            assertEquals(1, lagOf(Topic.CHANGES));
            assertEquals(3, positionOf(Topic.CHANGES), "what comes in does not move the group");
        }

        lag.measure();
        assertTrue(Double.isNaN(lagOf(Topic.CHANGES)), "an old figure would look like a group that keeps up");
        assertTrue(Double.isNaN(positionOf(Topic.CHANGES)), "an old figure would look like a group that is stuck");
        lag.stop(new ShutdownEvent());
    }

    @Test
    void aServiceWithoutAGroupHasNoLag() {
        ConsumerLagSchedule none = new ConsumerLagSchedule(Map.of(), meters, "crawler-service");
        assertTrue(meters.getMeters().isEmpty(), none.toString());
    }

    private static Broker startWithTopics(Path data, List<Integer> ports) throws Exception {
        Broker broker = Broker.start(data, ports.get(0), ports.get(1));
        try {
            TopicProvisioner.local(broker.bootstrapServers()).provision();
        } catch (RuntimeException e) {
            broker.close();
            throw e;
        }
        return broker;
    }

    private double lagOf(Topic topic) {
        return figure("clausewatch.consumer.lag", topic);
    }

    private double positionOf(Topic topic) {
        return figure("clausewatch.consumer.position", topic);
    }

    private double figure(String meter, Topic topic) {
        return meters.get(meter).tag("topic", topic.topicName()).gauge().value();
    }

    private static void finishAll(Admin admin) throws Exception {
        Map<TopicPartition, OffsetSpec> all = new HashMap<>();
        for (int partition = 0; partition < Topic.CHANGES.partitions(); partition++) {
            all.put(new TopicPartition(Topic.CHANGES.topicName(), partition), OffsetSpec.latest());
        }
        Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
        admin.listOffsets(all)
                .all()
                .get(10, TimeUnit.SECONDS)
                .forEach((partition, end) -> ends.put(partition, new OffsetAndMetadata(end.offset())));
        admin.alterConsumerGroupOffsets(GROUP, ends).all().get(10, TimeUnit.SECONDS);
    }
}
