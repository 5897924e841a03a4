package dev.clausewatch.gateway.readmodel;

import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.runtime.database.SessionLock;
import dev.clausewatch.runtime.health.LoopWatch;
import dev.clausewatch.runtime.health.WakeableLoop;
import dev.clausewatch.runtime.time.Backoff;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads all topics into the read model, on a thread of its own.
 *
 * <p>All other consumers use SmallRye channels. A read model that is dropped and built again has to begin anew by itself, so it keeps its
 * offsets in its own schema, in the transaction of its rows, and uses no consumer group: each record counts once, and {@code truncate} is
 * all a rebuild takes.
 */
@ApplicationScoped
class ReadModelReader {

    private static final Logger LOG = Logger.getLogger(ReadModelReader.class);
    /**
     * Who has this lock projects. Should two ever have it, {@link PartitionOffsets#advance} still lets only one of them write. Any constant that no
     * other use of the database takes: "CWRM" in ASCII.
     */
    private static final long LEAD = 0x4357524DL;

    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(10);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private final Database database;
    private final PartitionOffsets positions;
    private final BatchWriter writer;
    private final ReadModelBroker broker;
    private final ReadModelConfig config;
    private final WakeableLoop loop;
    private final Counter recordsRead;
    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;

    ReadModelReader(
            Database database,
            PartitionOffsets positions,
            BatchWriter writer,
            ReadModelBroker broker,
            ReadModelConfig config,
            LoopWatch watch,
            MeterRegistry metrics) {
        this.database = database;
        this.positions = positions;
        this.writer = writer;
        this.broker = broker;
        this.config = config;
        this.loop = new WakeableLoop(
                "read-model",
                watch,
                LONGEST_ROUND,
                new Backoff(FIRST_WAIT, config.longestWait()),
                this::projectWhileLeading);
        this.recordsRead = Counter.builder("clausewatch.read.model.records")
                .description("Records that were read into the read model")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
        KafkaConsumer<String, byte[]> running = consumer;
        if (running != null) {
            running.wakeup();
        }
        if (!loop.join(LONGEST_STOP)) {
            LOG.warn("The read model's reader did not end in time: what it did not commit is read again");
        }
    }

    /**
     * Returns when another replica leads or on shutdown; throws on a transient failure, after which the caller starts over.
     *
     * @return how long to rest
     */
    private Duration projectWhileLeading() {
        try (SessionLock lead = database.tryLock(LEAD)) {
            if (lead == null) {
                return config.standbyCheck();
            }
            try (KafkaConsumer<String, byte[]> opened = broker.consumer(config.batchRecords())) {
                consumer = opened;
                while (!loop.isStopping()) {
                    project(opened);
                }
            } catch (WakeupException e) {
                LOG.debug("Woken up to stop");
            } finally {
                consumer = null;
            }
            return config.standbyCheck();
        }
    }

    /** Reads on from the stored positions until these are moved by somebody else, as a rebuild does. */
    private void project(KafkaConsumer<String, byte[]> opened) {
        Map<TopicPartition, Long> at = begin(opened);
        try {
            while (!loop.isStopping()) {
                loop.beat();
                ConsumerRecords<String, byte[]> polled = opened.poll(config.pollTimeout());
                if (polled.isEmpty()) {
                    if (!positions.load().equals(at)) {
                        return;
                    }
                    continue;
                }
                List<ConsumerRecord<String, byte[]>> records = new ArrayList<>(polled.count());
                polled.forEach(records::add);
                writer.write(records, at, positionsAfter(opened, polled.partitions()));
                recordsRead.increment(records.size());
            }
        } catch (OffsetsMovedException e) {
            LOG.info("The read model's positions were moved: reading on from where they are now");
        }
    }

    private Map<TopicPartition, Long> begin(KafkaConsumer<String, byte[]> opened) {
        List<TopicPartition> all = ReadModelBroker.partitions(opened);
        opened.assign(all);
        Map<TopicPartition, Long> at = positions.load();
        List<TopicPartition> fresh =
                all.stream().filter(partition -> !at.containsKey(partition)).toList();
        if (!fresh.isEmpty()) {
            LOG.infof("Reading %d of %d partitions from the beginning", fresh.size(), all.size());
            positions.begin(opened.beginningOffsets(fresh), opened.endOffsets(fresh));
            at.putAll(positions.load());
        }
        all.forEach(partition -> opened.seek(partition, at.getOrDefault(partition, 0L)));
        return at;
    }

    private static Map<TopicPartition, Long> positionsAfter(
            KafkaConsumer<String, byte[]> opened, Set<TopicPartition> partitions) {
        return partitions.stream().collect(Collectors.toMap(partition -> partition, opened::position));
    }
}
