package dev.clausewatch.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.Service;
import dev.clausewatch.events.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicProvisionerTest {

    @TempDir
    Path data;

    private Broker broker;

    @BeforeEach
    void startBroker() throws IOException {
        List<Integer> ports = Ports.free(2);
        broker = Broker.start(data, ports.get(0), ports.get(1));
    }

    @AfterEach
    void stopBroker() {
        broker.close();
    }

    @Test
    void createsEveryTopicThatAnyServiceNeedsAndOnTheSecondRunNothing() throws Exception {
        TopicProvisioner provisioner = TopicProvisioner.local(broker.bootstrapServers());

        TopicProvisioner.Result first = provisioner.provision();
        TopicProvisioner.Result second = provisioner.provision();

        Set<String> needed = new TreeSet<>();
        for (Service service : Service.values()) {
            needed.addAll(Topic.neededBy(service));
        }
        assertEquals(needed, new TreeSet<>(first.created()));
        try (Admin admin = admin()) {
            assertEquals(needed, new TreeSet<>(admin.listTopics().names().get(20, TimeUnit.SECONDS)));
        }
        assertEquals(List.of(), second.created());
        assertEquals(needed, new TreeSet<>(second.present()));
        assertEquals(List.of(), second.differences());
    }

    @Test
    void aTopicThatDiffersIsToldAndLeftAsItIs() throws Exception {
        String captures = Topic.CAPTURES.topicName();
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic(captures, Optional.of(2), Optional.empty())
                            .configs(Map.of("retention.ms", "1000"))))
                    .all()
                    .get(20, TimeUnit.SECONDS);

            List<String> differences = TopicProvisioner.local(broker.bootstrapServers())
                    .provision()
                    .differences();

            assertTrue(
                    differences.contains(captures + " has 2 partitions, the contract says 6"), differences::toString);
            assertTrue(
                    differences.contains(captures + " has retention.ms=1000, the contract says -1"),
                    differences::toString);
            Map<String, TopicDescription> described =
                    admin.describeTopics(List.of(captures)).allTopicNames().get(20, TimeUnit.SECONDS);
            assertEquals(
                    List.of(2),
                    described.values().stream()
                            .map(topic -> topic.partitions().size())
                            .toList());
        }
    }

    @Test
    void moreReplicasThanThereAreBrokersAreRefusedWithTheBrokersReason() throws IOException {
        TopicProvisioner provisioner = TopicProvisioner.fromEnvironment(
                broker.bootstrapServers(), Map.of(TopicProvisioner.REPLICATION_FACTOR, "3"));

        IOException refused = assertThrows(IOException.class, provisioner::provision);

        assertTrue(String.valueOf(refused.getMessage()).contains("replication factor"), refused::toString);
    }

    @Test
    void topicsOfAnotherNumberOfReplicasAreTold() throws IOException {
        TopicProvisioner.local(broker.bootstrapServers()).provision();

        List<String> differences = TopicProvisioner.fromEnvironment(
                        broker.bootstrapServers(), Map.of(TopicProvisioner.REPLICATION_FACTOR, "2"))
                .provision()
                .differences();

        assertTrue(differences.contains(Topic.CAPTURES.topicName() + " has 1 replicas, not 2"), differences::toString);
    }

    @Test
    void anAddressThatNobodyKnowsIsRefusedWithTheReason() throws IOException {
        TopicProvisioner provisioner = TopicProvisioner.fromEnvironment("no-such-host.invalid:9092", Map.of());

        IOException refused = assertThrows(IOException.class, provisioner::provision);

        assertTrue(String.valueOf(refused.getMessage()).contains("no-such-host.invalid"), refused::toString);
    }

    @Test
    void aReplicationFactorThatIsNoNumberNamesTheVariable() {
        IOException refused = assertThrows(
                IOException.class,
                () -> TopicProvisioner.fromEnvironment(
                        broker.bootstrapServers(), Map.of(TopicProvisioner.REPLICATION_FACTOR, "three")));

        assertTrue(
                String.valueOf(refused.getMessage()).startsWith("TOPIC_REPLICATION_FACTOR is \"three\""),
                refused::toString);
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }
}
