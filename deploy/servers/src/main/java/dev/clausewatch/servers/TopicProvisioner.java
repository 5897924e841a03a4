package dev.clausewatch.servers;

import dev.clausewatch.brokers.BrokerConnection;
import dev.clausewatch.brokers.DeclaredTopic;
import dev.clausewatch.brokers.FoundTopic;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/**
 * Creates every topic of the contract, and the dead-letter topics of its readers, that a broker does not have yet. Topics that are there are
 * compared and left as they are: another partition would move keys, and the operator may have changed settings. Safe to run repeatedly and concurrently.
 */
public final class TopicProvisioner {

    /** The environment variable with the number of replicas of each topic; without it the brokers' default holds. */
    public static final String REPLICATION_FACTOR = "TOPIC_REPLICATION_FACTOR";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MANY = 3;

    private final BrokerConnection connection;
    private final Optional<Short> replicas;

    private TopicProvisioner(BrokerConnection connection, Optional<Short> replicas) {
        this.connection = connection;
        this.replicas = replicas;
    }

    /** For a single broker without access control. */
    public static TopicProvisioner local(String bootstrapServers) {
        return new TopicProvisioner(BrokerConnection.plain(bootstrapServers, PATIENCE), Optional.of((short) 1));
    }

    /**
     * For the brokers that somebody else runs.
     *
     * @param environment what {@link #REPLICATION_FACTOR} and the settings of the {@link BrokerConnection} are taken from
     * @throws IOException if one of them cannot be used; the message names it and says what to do
     */
    public static TopicProvisioner fromEnvironment(String bootstrapServers, Map<String, String> environment)
            throws IOException {
        return new TopicProvisioner(
                BrokerConnection.fromEnvironment(bootstrapServers, environment, PATIENCE),
                replicas(environment.getOrDefault(REPLICATION_FACTOR, "")));
    }

    private static Optional<Short> replicas(String value) throws IOException {
        if (value.isBlank()) {
            return Optional.empty();
        }
        try {
            short number = Short.parseShort(value.strip());
            if (number >= 1) {
                return Optional.of(number);
            }
        } catch (NumberFormatException e) {
            // Told below, as a number that is too small is.
        }
        throw new IOException(
                REPLICATION_FACTOR + " is \"" + value
                        + "\": set it to the number of replicas of each topic, 1 or more, or leave it out for the brokers' default");
    }

    /**
     * What was done.
     *
     * @param created the names of the topics that are new
     * @param present the names of those that were there
     * @param differences for each topic that was there and is not as the contract says, a sentence
     */
    public record Result(List<String> created, List<String> present, List<String> differences) {

        /** Takes copies. */
        public Result {
            created = List.copyOf(created);
            present = List.copyOf(present);
            differences = List.copyOf(differences);
        }
    }

    /**
     * Creates what is missing.
     *
     * @throws IOException if the brokers do not answer within 30 seconds, or refuse; the message has their reason
     */
    public Result provision() throws IOException {
        List<DeclaredTopic> declared = DeclaredTopic.all();
        Admin admin = connection.admin();
        try {
            Set<String> there = connection.demand(admin.listTopics().names());
            List<String> created = create(
                    admin,
                    declared.stream()
                            .filter(topic -> !there.contains(topic.name()))
                            .map(this::created)
                            .toList());
            List<DeclaredTopic> present = declared.stream()
                    .filter(topic -> !created.contains(topic.name()))
                    .toList();
            return new Result(created, names(present), compare(admin, present));
        } finally {
            BrokerConnection.close(admin);
        }
    }

    /** The names of those that did not exist; all are tried before a refusal is thrown. */
    private List<String> create(Admin admin, List<NewTopic> missing) throws IOException {
        List<String> created = new ArrayList<>();
        @Nullable ExecutionException refused = null;
        for (Map.Entry<String, KafkaFuture<Void>> topic :
                admin.createTopics(missing).values().entrySet()) {
            try {
                connection.answer(topic.getValue());
                created.add(topic.getKey());
            } catch (ExecutionException e) {
                // A topic that exists was created by another run since it was asked for.
                if (!(e.getCause() instanceof TopicExistsException)) {
                    refused = e;
                }
            }
        }
        if (refused != null) {
            throw connection.refused(refused);
        }
        return created;
    }

    /** Comparing asks for rights that creating does not: where they are missing, that is the difference to tell. */
    private List<String> compare(Admin admin, List<DeclaredTopic> present) throws IOException {
        try {
            return differences(admin, present);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AuthorizationException denied) {
                return List.of("the topics cannot be compared with the contract: " + denied.getMessage());
            }
            throw connection.refused(e);
        }
    }

    private List<String> differences(Admin admin, List<DeclaredTopic> present) throws IOException, ExecutionException {
        List<String> differences = new ArrayList<>();
        for (FoundTopic topic : FoundTopic.of(present, admin, connection)) {
            differences.addAll(topic.differences());
            if (replicas.isPresent() && topic.replicas() != replicas.get()) {
                differences.add(
                        topic.declared().name() + " has " + topic.replicas() + " replicas, not " + replicas.get());
            }
        }
        return differences;
    }

    private NewTopic created(DeclaredTopic topic) {
        Map<String, String> all = new HashMap<>(topic.settings());
        if (replicas.isPresent() && replicas.get() >= MANY) {
            // What is acknowledged survives the loss of one broker, and one may be away.
            all.put("min.insync.replicas", "2");
        }
        return new NewTopic(topic.name(), Optional.of(topic.partitions()), replicas).configs(all);
    }

    private static List<String> names(List<DeclaredTopic> topics) {
        return topics.stream().map(DeclaredTopic::name).toList();
    }
}
