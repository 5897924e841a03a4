package dev.clausewatch.brokers;

import dev.clausewatch.events.Service;
import dev.clausewatch.events.Topic;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A topic as the contract wants it: one of its topics, or the dead letters of one of their readers.
 *
 * @param name at the brokers
 * @param partitions how many it has
 * @param settings those that the contract fixes
 */
public record DeclaredTopic(String name, int partitions, Map<String, String> settings) {

    /** Takes a copy. */
    public DeclaredTopic {
        settings = Map.copyOf(settings);
    }

    /** All of them, by name. */
    public static List<DeclaredTopic> all() {
        Map<String, DeclaredTopic> topics = new TreeMap<>();
        for (Topic topic : Topic.values()) {
            topics.put(
                    topic.topicName(),
                    new DeclaredTopic(topic.topicName(), topic.partitions(), topic.brokerSettings()));
            for (Service reader : topic.readers()) {
                String name = topic.deadLetters(reader);
                topics.put(name, new DeclaredTopic(name, 1, Topic.deadLetterSettings()));
            }
        }
        return List.copyOf(topics.values());
    }
}
