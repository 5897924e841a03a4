package dev.clausewatch.gateway.readmodel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.clausewatch.events.Topic;
import dev.clausewatch.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The state of the read model, and its rebuild. Thread-safe. */
@ApplicationScoped
public class ReadModel {

    private static final Duration KNOWN_FOR = Duration.ofMillis(500);
    private static final String REBUILDING = "rebuilding";

    private final Database database;
    private final PartitionOffsets positions;
    private final ReadModelBroker broker;
    private final Cache<String, Boolean> known =
            Caffeine.newBuilder().expireAfterWrite(KNOWN_FOR).build();

    ReadModel(Database database, PartitionOffsets positions, ReadModelBroker broker) {
        this.database = database;
        this.positions = positions;
        this.broker = broker;
    }

    /**
     * How far the read model is.
     *
     * @param rebuilding whether what was published before the rebuild began is not read completely
     * @param topics each topic
     */
    @Schema(name = "ReadModelState")
    public record State(boolean rebuilding, List<TopicState> topics) {}

    /**
     * How far a topic is read.
     *
     * @param topic its name
     * @param read the sum of the offsets read
     * @param lag how many records are not read; absent when the broker does not answer
     */
    public record TopicState(
            String topic, long read, @Nullable Long lag) {}

    /** Whether answers may be incomplete; known for half a second, since every answer tells it. */
    public boolean rebuilding() {
        // Not loaded by the cache, which would let all who ask queue up behind a database that hangs.
        Boolean last = known.getIfPresent(REBUILDING);
        if (last == null) {
            last = rebuildingNow();
            known.put(REBUILDING, last);
        }
        return last;
    }

    /** The same as the database says now, not a moment ago. */
    public boolean rebuildingNow() {
        return database.sql("""
                        select not exists (select 1 from read.position)
                            or exists (select 1 from read.position where next_offset < rebuild_until)""").one(Boolean.class);
    }

    /** How far each topic is read. */
    public State state() {
        known.invalidateAll();
        Map<TopicPartition, Long> read = positions.load();
        Optional<Map<TopicPartition, Long>> ends = broker.ends(read.keySet());
        return new State(
                rebuilding(),
                topics().map(topic -> new TopicState(
                                topic,
                                sum(read, topic),
                                ends.map(all -> sum(all, topic) - sum(read, topic))
                                        .orElse(null)))
                        .toList());
    }

    /** Drops all rows; the reader notices and begins anew. Nothing is lost: the topics hold it. */
    public void rebuild() {
        database.sql("""
                truncate read.position, read.document, read.source_health, read.version, read.verification, read.change,
                    read.settlement, read.register, read.delivery, read.provision_step,
                    read.dead_letter, read.segmentation, read.assessment, read.standing_provision,
                    read.standing_version""").update();
        known.invalidateAll();
    }

    static Stream<String> topics() {
        return Stream.concat(
                Arrays.stream(Topic.values()).map(Topic::topicName),
                Arrays.stream(Stage.values()).map(Stage::deadLetters));
    }

    private static long sum(Map<TopicPartition, Long> offsets, String topic) {
        return offsets.entrySet().stream()
                .filter(entry -> entry.getKey().topic().equals(topic))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
