package dev.clausewatch.brokers;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** Reads partitions as they stand, without a group. */
final class PartitionReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final BrokerConnection connection;
    private final KafkaConsumer<byte[], byte[]> consumer;

    PartitionReader(BrokerConnection connection) throws IOException {
        this.connection = connection;
        this.consumer = connection.consumer();
    }

    /** The partitions of a topic; none when there is no such topic. */
    List<TopicPartition> partitions(String topic) throws IOException {
        try {
            List<PartitionInfo> found = consumer.partitionsFor(topic);
            return found.stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .sorted((one, other) -> Integer.compare(one.partition(), other.partition()))
                    .toList();
        } catch (KafkaException e) {
            throw connection.refused(e);
        }
    }

    /**
     * Gives the records from an offset on, up to another or to where the partition ends when this begins.
     *
     * @throws IOException if nothing comes for as long as an answer may take, or the brokers refuse
     */
    void read(TopicPartition partition, long from, long before, Consumer<ConsumerRecord<byte[], byte[]>> each)
            throws IOException {
        try {
            List<TopicPartition> one = List.of(partition);
            long first = Math.max(from, consumer.beginningOffsets(one).getOrDefault(partition, 0L));
            long end = Math.min(before, consumer.endOffsets(one).getOrDefault(partition, 0L));
            if (first >= end) {
                return;
            }
            consumer.assign(one);
            consumer.seek(partition, first);
            long at = first;
            long moved = System.nanoTime();
            while (at < end) {
                ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
                for (ConsumerRecord<byte[], byte[]> record : polled) {
                    if (record.offset() >= from && record.offset() < end) {
                        each.accept(record);
                    }
                }
                long now = consumer.position(partition);
                if (now > at) {
                    moved = System.nanoTime();
                } else if (System.nanoTime() - moved > connection.patience().toNanos()) {
                    throw new IOException(
                            "The brokers at " + connection.servers() + " give nothing of " + partition.topic()
                                    + " after " + connection.patience().toSeconds() + " s");
                }
                at = now;
            }
        } catch (KafkaException e) {
            throw connection.refused(e);
        }
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(connection.patience()));
    }
}
