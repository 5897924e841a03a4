package dev.clausewatch.gateway.readmodel;

import dev.clausewatch.events.Event;
import dev.clausewatch.events.EventCodec;
import dev.clausewatch.events.UndecodableEventException;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.runtime.database.DatabaseException;
import dev.clausewatch.runtime.database.NewerSchema;
import dev.clausewatch.runtime.messaging.BrokerUnavailableException;
import dev.clausewatch.runtime.messaging.DeadLetters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Writes polled records with their offsets in one transaction. A record that cannot be read becomes a dead letter; when a record's data
 * break the transaction, the records are written one by one, and only that one becomes a dead letter.
 */
@ApplicationScoped
class BatchWriter {

    private static final Logger LOG = Logger.getLogger(BatchWriter.class);

    private final Database database;
    private final DeadLetters deadLetters;
    private final NewerSchema schema;

    BatchWriter(Database database, DeadLetters deadLetters, NewerSchema schema) {
        this.database = database;
        this.deadLetters = deadLetters;
        this.schema = schema;
    }

    /**
     * Writes the records.
     *
     * @param at where each partition stands; moved on as far as was written
     * @param next where each polled partition stands afterwards
     * @throws OffsetsMovedException if somebody else moved the stored positions
     */
    void write(
            List<ConsumerRecord<String, byte[]>> records,
            Map<TopicPartition, Long> at,
            Map<TopicPartition, Long> next) {
        try {
            writeTogether(records, at, next);
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            if (!isPoison(e)) {
                throw e;
            }
            LOG.warnf("A record broke its batch of %d; writing them one by one: %s", records.size(), e);
            writeOneByOne(records, at);
            // What lies between the last record and the next position holds no record: markers, or compacted away.
            writeTogether(List.of(), at, next);
        }
    }

    private void writeTogether(
            List<ConsumerRecord<String, byte[]>> records,
            Map<TopicPartition, Long> at,
            Map<TopicPartition, Long> next) {
        Map<TopicPartition, Long> moved = new HashMap<>(next);
        moved.entrySet().removeIf(entry -> entry.getValue().equals(at.get(entry.getKey())));
        database.transaction(() -> {
            for (ConsumerRecord<String, byte[]> record : records) {
                apply(database, record);
            }
            for (Map.Entry<TopicPartition, Long> position : moved.entrySet()) {
                PartitionOffsets.advance(database, position.getKey(), at.get(position.getKey()), position.getValue());
            }
            return records.size();
        });
        at.putAll(moved);
        schema.overcome();
    }

    private void writeOneByOne(List<ConsumerRecord<String, byte[]>> records, Map<TopicPartition, Long> at) {
        for (ConsumerRecord<String, byte[]> record : records) {
            Map<TopicPartition, Long> next =
                    Map.of(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
            try {
                writeTogether(List.of(record), at, next);
            } catch (OutOfMemoryError e) {
                throw e;
            } catch (RuntimeException | Error e) {
                if (!isPoison(e)) {
                    throw e;
                }
                LOG.errorf("Dead letter: %s-%d@%d: %s", record.topic(), record.partition(), record.offset(), e);
                // A dead letter of another service that cannot be told of stays where it is.
                if (Stage.byDeadLetters(record.topic()).isEmpty()) {
                    deadLetters.publish(record, e.toString());
                }
                writeTogether(List.of(), at, next);
            }
        }
    }

    private void apply(Database database, ConsumerRecord<String, byte[]> record) {
        Optional<Stage> deadLetteredBy = Stage.byDeadLetters(record.topic());
        if (deadLetteredBy.isPresent()) {
            DeadLetterRows.deadLettered(database, deadLetteredBy.get(), record);
            return;
        }
        Optional<Event> event;
        try {
            event = EventCodec.decode(record);
        } catch (UndecodableEventException e) {
            LOG.warnf("Dead letter: %s-%d@%d: %s", record.topic(), record.partition(), record.offset(), e.getMessage());
            deadLetters.publish(record, e.getMessage());
            return;
        }
        if (event.isPresent()) {
            Projection.apply(database, event.get());
        }
    }

    /** Whether the record caused the failure. The caller retries transient failures and those of a newer schema. */
    private boolean isPoison(Throwable fault) {
        if (schema.excuses(fault)) {
            return false;
        }
        return switch (fault) {
            case DatabaseException database -> database.causedByData();
            case OffsetsMovedException moved -> false;
            case BrokerUnavailableException broker -> false;
            case KafkaException kafka -> false;
            default -> true;
        };
    }
}
