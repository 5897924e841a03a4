package dev.clausewatch.gateway.readmodel;

import dev.clausewatch.gateway.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** How far each partition is read. Written together with the rows, so that each record counts once. */
@ApplicationScoped
class Positions {

    private final Database database;

    Positions(Database database) {
        this.database = database;
    }

    /** The next offset of each partition. */
    Map<TopicPartition, Long> load() {
        Map<TopicPartition, Long> positions = new HashMap<>();
        database.query("select topic, partition, next_offset from read.position", List.of(), row -> {
            positions.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
            return row.getLong(3);
        });
        return positions;
    }

    /** Begins partitions that have no position yet; until their present ends are reached, the read model is being rebuilt. */
    void begin(Map<TopicPartition, Long> beginnings, Map<TopicPartition, Long> ends) {
        database.transaction(connection -> {
            for (Map.Entry<TopicPartition, Long> beginning : beginnings.entrySet()) {
                TopicPartition partition = beginning.getKey();
                Database.update(
                        connection,
                        """
                        insert into read.position (topic, partition, next_offset, rebuild_until) values (?, ?, ?, ?)
                        on conflict do nothing""",
                        partition.topic(),
                        partition.partition(),
                        beginning.getValue(),
                        ends.getOrDefault(partition, beginning.getValue()));
            }
            return beginnings.size();
        });
    }

    /**
     * Moves a position on, within the transaction of the rows.
     *
     * @throws PositionsMovedException if it is not where it was left; then the transaction must not be committed
     */
    static void advance(Connection connection, TopicPartition partition, @Nullable Long from, long to)
            throws SQLException {
        int moved = Database.update(
                connection,
                "update read.position set next_offset = ? where topic = ? and partition = ? and next_offset = ?",
                to,
                partition.topic(),
                partition.partition(),
                from);
        if (moved == 0) {
            throw new PositionsMovedException();
        }
    }
}
