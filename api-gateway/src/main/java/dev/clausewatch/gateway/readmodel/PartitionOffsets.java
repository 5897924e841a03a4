package dev.clausewatch.gateway.readmodel;

import dev.clausewatch.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Offsets of the read model, per partition. Written in the transaction of the rows, so that each record is applied exactly once. */
@ApplicationScoped
class PartitionOffsets {

    private final Database database;

    PartitionOffsets(Database database) {
        this.database = database;
    }

    /** The next offset of each partition. */
    Map<TopicPartition, Long> load() {
        return new HashMap<>(database.sql("select topic, partition, next_offset from read.position")
                .collect(Collectors.toMap(
                        row -> new TopicPartition(
                                row.getColumn("topic", String.class), row.getColumn("partition", Integer.class)),
                        row -> row.getColumn("next_offset", Long.class))));
    }

    /** Begins partitions that have no position yet; until their present ends are reached, the read model is being rebuilt. */
    void begin(Map<TopicPartition, Long> beginnings, Map<TopicPartition, Long> ends) {
        database.batch(
                """
                insert into read.position (topic, partition, next_offset, rebuild_until)
                values (:topic, :partition, :next, :until) on conflict do nothing""",
                beginnings.entrySet(),
                (row, beginning) -> row.bind("topic", beginning.getKey().topic())
                        .bind("partition", beginning.getKey().partition())
                        .bind("next", beginning.getValue())
                        .bind("until", ends.getOrDefault(beginning.getKey(), beginning.getValue())));
    }

    /**
     * Moves a position on, within the transaction of the rows.
     *
     * @throws OffsetsMovedException if it is not where it was left; then the transaction must not be committed
     */
    static void advance(Database database, TopicPartition partition, @Nullable Long from, long to) {
        int moved = database.sql("update read.position set next_offset = :to"
                        + " where topic = :topic and partition = :partition and next_offset = :from")
                .bind("to", to)
                .bind("topic", partition.topic())
                .bind("partition", partition.partition())
                .bind("from", from)
                .update();
        if (moved == 0) {
            throw new OffsetsMovedException();
        }
    }
}
