package dev.clausewatch.gateway.readmodel;

import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.runtime.database.SessionLock;
import dev.clausewatch.runtime.health.Loop;
import dev.clausewatch.runtime.health.LoopWatch;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
 * <p>The house reads through SmallRye channels; this is the one exception. A read model that is dropped and built again has to
 * begin anew by itself, so it keeps its offsets in its own schema, in the transaction of its rows, and uses no consumer group:
 * each record counts once, and {@code truncate} is all a rebuild takes.
 */
@ApplicationScoped
class ReadModelReader {

    private static final Logger LOG = Logger.getLogger(ReadModelReader.class);
    /**
     * Who has this lock projects. Should two ever have it, {@link Positions#advance} still lets only one of them write. Any constant that no
     * other use of the database takes: "CWRM" in ASCII.
     */
    private static final long LEAD = 0x4357524DL;

    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(10);

    private final Database database;
    private final Positions positions;
    private final BatchWriter writer;
    private final ReadModelBroker broker;
    private final ReadModelConfig config;
    private final Loop loop;
    private final Counter recordsRead;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;
    private @Nullable Thread thread;

    ReadModelReader(
            Database database,
            Positions positions,
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
        this.loop = watch.begin("read-model", LONGEST_ROUND);
        this.recordsRead = Counter.builder("clausewatch.read.model.records")
                .description("Records that were read into the read model")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().name("read-model").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        KafkaConsumer<String, byte[]> running = consumer;
        if (running != null) {
            running.wakeup();
        }
        Thread started = thread;
        if (started != null) {
            started.join(Duration.ofSeconds(10));
        }
    }

    private void run() {
        Duration wait = FIRST_WAIT;
        try {
            while (!isStopping()) {
                boolean done = loop.attempt(this::projectWhileLeading).isPresent();
                pause(done ? config.standbyCheck() : wait);
                wait = done ? FIRST_WAIT : longer(wait);
            }
        } catch (InterruptedException e) {
            LOG.debug("Told to stop");
        }
        loop.end();
    }

    private Duration longer(Duration wait) {
        Duration twice = wait.multipliedBy(2);
        return twice.compareTo(config.longestWait()) < 0 ? twice : config.longestWait();
    }

    /**
     * Returns when another replica leads, or to stop; throws on a fault of the world, after which everything is taken up afresh.
     *
     * @return whether this replica led
     */
    private boolean projectWhileLeading() {
        try (SessionLock lead = database.tryLock(LEAD)) {
            if (lead == null) {
                return false;
            }
            try (KafkaConsumer<String, byte[]> opened = broker.consumer(config.batchRecords())) {
                consumer = opened;
                while (!isStopping()) {
                    project(opened);
                }
            } catch (WakeupException e) {
                LOG.debug("Woken up to stop");
            } finally {
                consumer = null;
            }
            return true;
        }
    }

    /** Reads on from the stored positions until these are moved by somebody else, as a rebuild does. */
    private void project(KafkaConsumer<String, byte[]> opened) {
        Map<TopicPartition, Long> at = begin(opened);
        try {
            while (!isStopping()) {
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
        } catch (PositionsMovedException e) {
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

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void pause(Duration wait) throws InterruptedException {
        if (stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.debug("Stopping");
        }
    }
}
