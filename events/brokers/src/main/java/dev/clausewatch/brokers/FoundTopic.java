package dev.clausewatch.brokers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;

/**
 * A declared topic as the brokers have it.
 *
 * @param declared what it should be
 * @param partitions what it is made of
 * @param settings all that it is set to
 */
public record FoundTopic(DeclaredTopic declared, List<TopicPartitionInfo> partitions, Map<String, String> settings) {

    private static final String MIN_IN_SYNC = "min.insync.replicas";

    /** Takes copies. */
    public FoundTopic {
        partitions = List.copyOf(partitions);
        settings = Map.copyOf(settings);
    }

    /**
     * Asks for topics that are there.
     *
     * @throws ExecutionException if the brokers refuse, as they do where a topic is missing or the right to see it
     * @throws IOException if they do not answer in time
     */
    public static List<FoundTopic> of(List<DeclaredTopic> topics, Admin admin, BrokerConnection connection)
            throws IOException, ExecutionException {
        Map<String, TopicDescription> described = connection.answer(
                admin.describeTopics(topics.stream().map(DeclaredTopic::name).toList())
                        .allTopicNames());
        Map<ConfigResource, Config> configs = connection.answer(
                admin.describeConfigs(topics.stream().map(FoundTopic::resource).toList())
                        .all());
        List<FoundTopic> found = new ArrayList<>();
        for (DeclaredTopic topic : topics) {
            TopicDescription description = described.get(topic.name());
            Config config = configs.get(resource(topic));
            if (description != null && config != null) {
                found.add(new FoundTopic(topic, description.partitions(), settings(config)));
            }
        }
        return found;
    }

    /** A sentence for each way in which it is not as declared. */
    public List<String> differences() {
        List<String> differences = new ArrayList<>();
        if (partitions.size() != declared.partitions()) {
            differences.add(declared.name() + " has " + partitions.size() + " partitions, the contract says "
                    + declared.partitions());
        }
        new TreeMap<>(declared.settings()).forEach((name, wanted) -> {
            String value = settings.get(name);
            if (value != null && !wanted.equals(value)) {
                differences.add(declared.name() + " has " + name + "=" + value + ", the contract says " + wanted);
            }
        });
        return differences;
    }

    /** How many copies of its first partition there should be. */
    public int replicas() {
        return partitions.getFirst().replicas().size();
    }

    /** How many copies have to be written before a record counts. */
    public int minInSync() {
        return Integer.parseInt(settings.getOrDefault(MIN_IN_SYNC, "1"));
    }

    /** How many partitions cannot be written to: without a leader, or with too few copies in step. */
    public long unwritable() {
        return partitions.stream()
                .filter(partition -> partition.leader() == null
                        || partition.leader().isEmpty()
                        || partition.isr().size() < minInSync())
                .count();
    }

    /** How many partitions have a copy that is not in step. */
    public long behind() {
        return partitions.stream()
                .filter(partition ->
                        partition.isr().size() < partition.replicas().size())
                .count();
    }

    private static Map<String, String> settings(Config config) {
        Map<String, String> settings = new TreeMap<>();
        for (ConfigEntry entry : config.entries()) {
            if (entry.value() != null) {
                settings.put(entry.name(), entry.value());
            }
        }
        return settings;
    }

    private static ConfigResource resource(DeclaredTopic topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    }
}
