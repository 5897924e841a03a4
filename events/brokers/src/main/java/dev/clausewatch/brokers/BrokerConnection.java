package dev.clausewatch.brokers;

import dev.clausewatch.events.Limits;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** How to reach the brokers, and for how long to wait for each of their answers. Its clients are closed by the caller. */
public final class BrokerConnection {

    /** The environment variable with the brokers' addresses. */
    public static final String BOOTSTRAP_SERVERS = "KAFKA_BOOTSTRAP_SERVERS";

    /** The environment variable with a file of settings for the connection, such as TLS and SASL, in the form of Kafka's own tools. */
    public static final String CLIENT_PROPERTIES = "KAFKA_CLIENT_PROPERTIES";

    private static final String PREFIX = "KAFKA_";
    private static final Set<String> NOT_FOR_THE_CLIENT = Set.of(BOOTSTRAP_SERVERS, CLIENT_PROPERTIES);

    private final String servers;
    private final Map<String, Object> settings;
    private final Duration patience;

    private BrokerConnection(String servers, Map<String, Object> settings, Duration patience) {
        this.servers = servers;
        this.patience = patience;
        Map<String, Object> all = new HashMap<>(settings);
        all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers);
        all.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, millis(patience) / 2);
        this.settings = Map.copyOf(all);
    }

    /**
     * To brokers without access control.
     *
     * @param patience for each answer
     */
    public static BrokerConnection plain(String servers, Duration patience) {
        return new BrokerConnection(servers, Map.of(), patience);
    }

    /**
     * As an operator set it up.
     *
     * @param environment what {@link #CLIENT_PROPERTIES} and the variables {@code KAFKA_…} of the services are taken from
     * @param patience for each answer
     * @throws IOException if one of them cannot be used; the message names it and says what to do
     */
    public static BrokerConnection fromEnvironment(String servers, Map<String, String> environment, Duration patience)
            throws IOException {
        Map<String, Object> settings = new HashMap<>();
        String file = environment.getOrDefault(CLIENT_PROPERTIES, "");
        if (!file.isBlank()) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(Path.of(file))) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new IOException(
                        CLIENT_PROPERTIES + " names " + file + ", which cannot be read as a file of settings", e);
            }
            properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        }
        // As the services take them: KAFKA_SASL_MECHANISM is sasl.mechanism.
        environment.forEach((name, value) -> {
            if (name.startsWith(PREFIX) && !NOT_FOR_THE_CLIENT.contains(name)) {
                settings.put(
                        name.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '.'), value);
            }
        });
        return new BrokerConnection(servers, settings, patience);
    }

    /** The addresses that were given. */
    public String servers() {
        return servers;
    }

    /** For how long one answer is waited for. */
    public Duration patience() {
        return patience;
    }

    /**
     * Opens a client that asks and sets.
     *
     * @throws IOException if no address resolves or a setting cannot be used
     */
    public Admin admin() throws IOException {
        try {
            return Admin.create(with(Map.of(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, millis(patience))));
        } catch (KafkaException e) {
            throw refused(e);
        }
    }

    /** Opens a reader without a group, which commits nothing and creates no topic. */
    KafkaConsumer<byte[], byte[]> consumer() throws IOException {
        try {
            return new KafkaConsumer<>(
                    with(Map.of(
                            CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG,
                            millis(patience),
                            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                            false,
                            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                            false,
                            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                            "earliest",
                            // Each may have 8 MiB once it is unpacked, however little it took on the way.
                            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                            5)),
                    new ByteArrayDeserializer(),
                    new ByteArrayDeserializer());
        } catch (KafkaException e) {
            throw refused(e);
        }
    }

    /** Opens a producer that sends as the services do: once each, acknowledged by all replicas. */
    KafkaProducer<byte[], byte[]> producer() throws IOException {
        try {
            return new KafkaProducer<>(
                    with(Map.of(
                            ProducerConfig.ACKS_CONFIG,
                            "all",
                            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                            true,
                            ProducerConfig.COMPRESSION_TYPE_CONFIG,
                            "zstd",
                            ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                            Limits.RECORD_BYTES,
                            ProducerConfig.MAX_BLOCK_MS_CONFIG,
                            millis(patience),
                            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                            millis(patience),
                            ProducerConfig.LINGER_MS_CONFIG,
                            0)),
                    new ByteArraySerializer(),
                    new ByteArraySerializer());
        } catch (KafkaException e) {
            throw refused(e);
        }
    }

    /**
     * Waits for an answer.
     *
     * @throws ExecutionException if the brokers refuse; its cause says why
     * @throws IOException if they do not answer in time
     */
    public <T> T answer(Future<T> asked) throws IOException, ExecutionException {
        try {
            return asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw refused(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for the brokers", e);
        }
    }

    /** The same where no refusal is expected: it becomes the sentence of an {@link IOException}. */
    public <T> T demand(Future<T> asked) throws IOException {
        try {
            return answer(asked);
        } catch (ExecutionException e) {
            throw refused(e);
        }
    }

    /** Ends a client at once, whatever it still waits for. */
    public static void close(Admin admin) {
        admin.close(Duration.ZERO);
    }

    /** A sentence with the reason of a failure, for people. */
    public IOException refused(Exception failure) {
        Throwable reason = failure.getCause() == null ? failure : failure.getCause();
        String why = reason.getMessage();
        return new IOException(
                "The brokers at " + servers + " do not answer as asked: "
                        + (why == null || why.isBlank() ? "no answer within " + patience.toSeconds() + " s" : why),
                failure);
    }

    private Map<String, Object> with(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(settings);
        all.putAll(more);
        return all;
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
