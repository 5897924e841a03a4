package dev.clausewatch.servers;

import dev.clausewatch.events.Service;
import dev.clausewatch.events.Topic;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
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

    /** The environment variable with a file of settings for the connection, such as TLS and SASL, in the form of Kafka's own tools. */
    public static final String CLIENT_PROPERTIES = "KAFKA_CLIENT_PROPERTIES";

    private static final int ANSWER_SECONDS = 30;
    private static final int MANY = 3;
    private static final Set<String> NOT_FOR_THE_CLIENT = Set.of("KAFKA_BOOTSTRAP_SERVERS", CLIENT_PROPERTIES);

    private final Map<String, Object> connection;
    private final Optional<Short> replicas;

    private TopicProvisioner(Map<String, Object> connection, Optional<Short> replicas) {
        this.connection = Map.copyOf(connection);
        this.replicas = replicas;
    }

    /** For a single broker without access control. */
    public static TopicProvisioner local(String bootstrapServers) {
        return new TopicProvisioner(
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers), Optional.of((short) 1));
    }

    /**
     * For the brokers that somebody else runs.
     *
     * @param environment what {@link #REPLICATION_FACTOR}, {@link #CLIENT_PROPERTIES} and, for the connection, the variables
     *     {@code KAFKA_…} of the services are taken from
     * @throws IOException if one of them cannot be used; the message names it and says what to do
     */
    public static TopicProvisioner fromEnvironment(String bootstrapServers, Map<String, String> environment)
            throws IOException {
        Map<String, Object> connection = new HashMap<>();
        String file = environment.getOrDefault(CLIENT_PROPERTIES, "");
        if (!file.isBlank()) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(Path.of(file))) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new IOException(
                        CLIENT_PROPERTIES + " names " + file + ", which cannot be read as a file of settings", e);
            }
            properties.stringPropertyNames().forEach(name -> connection.put(name, properties.getProperty(name)));
        }
        // As the services take them: KAFKA_SASL_MECHANISM is sasl.mechanism.
        environment.forEach((name, value) -> {
            if (name.startsWith("KAFKA_") && !NOT_FOR_THE_CLIENT.contains(name)) {
                connection.put(
                        name.substring("KAFKA_".length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '.'),
                        value);
            }
        });
        connection.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return new TopicProvisioner(connection, replicas(environment.getOrDefault(REPLICATION_FACTOR, "")));
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
        Map<String, NewTopic> declared = declared();
        try (Admin admin = Admin.create(connection)) {
            Set<String> there = answer(admin.listTopics().names());
            List<NewTopic> missing = declared.values().stream()
                    .filter(topic -> !there.contains(topic.name()))
                    .toList();
            List<String> created = create(admin, missing);
            List<NewTopic> present = declared.values().stream()
                    .filter(topic -> !created.contains(topic.name()))
                    .toList();
            return new Result(created, names(present), compare(admin, present));
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            Throwable reason = e.getCause() == null ? e : e.getCause();
            throw new IOException(
                    "The brokers at " + connection.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG)
                            + " do not create the topics: "
                            + (reason.getMessage() == null
                                    ? "no answer within " + ANSWER_SECONDS + " s"
                                    : reason.getMessage()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while creating the topics", e);
        }
    }

    /** The names of those that did not exist; all are tried before a refusal is thrown. */
    private static List<String> create(Admin admin, List<NewTopic> missing)
            throws ExecutionException, InterruptedException, TimeoutException {
        List<String> created = new ArrayList<>();
        @Nullable ExecutionException refused = null;
        for (Map.Entry<String, KafkaFuture<Void>> topic :
                admin.createTopics(missing).values().entrySet()) {
            try {
                answer(topic.getValue());
                created.add(topic.getKey());
            } catch (ExecutionException e) {
                // A topic that exists was created by another run since it was asked for.
                if (!(e.getCause() instanceof TopicExistsException)) {
                    refused = e;
                }
            }
        }
        if (refused != null) {
            throw refused;
        }
        return created;
    }

    /** Comparing asks for rights that creating does not: where they are missing, that is the difference to tell. */
    private List<String> compare(Admin admin, List<NewTopic> present)
            throws ExecutionException, InterruptedException, TimeoutException {
        try {
            return differences(admin, present);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AuthorizationException denied) {
                return List.of("the topics cannot be compared with the contract: " + denied.getMessage());
            }
            throw e;
        }
    }

    private List<String> differences(Admin admin, List<NewTopic> present)
            throws ExecutionException, InterruptedException, TimeoutException {
        List<String> differences = new ArrayList<>();
        Map<String, TopicDescription> described =
                answer(admin.describeTopics(names(present)).allTopicNames());
        Map<ConfigResource, Config> settings = answer(admin.describeConfigs(
                        present.stream().map(topic -> resource(topic.name())).toList())
                .all());
        for (NewTopic topic : present) {
            TopicDescription description = described.get(topic.name());
            Config config = settings.get(resource(topic.name()));
            if (description == null || config == null) {
                continue;
            }
            int partitions = description.partitions().size();
            if (partitions != topic.numPartitions()) {
                differences.add(topic.name() + " has " + partitions + " partitions, the contract says "
                        + topic.numPartitions());
            }
            int copies = description.partitions().getFirst().replicas().size();
            if (replicas.isPresent() && copies != replicas.get()) {
                differences.add(topic.name() + " has " + copies + " replicas, not " + replicas.get());
            }
            new TreeMap<>(topic.configs()).forEach((name, wanted) -> {
                ConfigEntry entry = config.get(name);
                if (entry != null && !wanted.equals(entry.value())) {
                    differences.add(
                            topic.name() + " has " + name + "=" + entry.value() + ", the contract says " + wanted);
                }
            });
        }
        return differences;
    }

    private Map<String, NewTopic> declared() {
        Map<String, NewTopic> topics = new TreeMap<>();
        for (Topic topic : Topic.values()) {
            topics.put(topic.topicName(), topic(topic.topicName(), topic.partitions(), topic.brokerSettings()));
            for (Service reader : topic.readers()) {
                String name = topic.deadLetters(reader);
                topics.put(name, topic(name, 1, Topic.deadLetterSettings()));
            }
        }
        return topics;
    }

    private NewTopic topic(String name, int partitions, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        if (replicas.isPresent() && replicas.get() >= MANY) {
            // What is acknowledged survives the loss of one broker, and one may be away.
            all.put("min.insync.replicas", "2");
        }
        return new NewTopic(name, Optional.of(partitions), replicas).configs(all);
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private static List<String> names(List<NewTopic> topics) {
        return topics.stream().map(NewTopic::name).toList();
    }

    private static <T> T answer(KafkaFuture<T> future)
            throws ExecutionException, InterruptedException, TimeoutException {
        return future.get(ANSWER_SECONDS, TimeUnit.SECONDS);
    }
}
