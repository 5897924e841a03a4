package dev.clausewatch.brokers;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Where a record is, written {@code topic/partition/offset}. */
public record RecordPlace(String topic, int partition, long offset) {

    static RecordPlace of(ConsumerRecord<?, ?> record) {
        return new RecordPlace(record.topic(), record.partition(), record.offset());
    }

    /**
     * Reads it as it is written.
     *
     * @throws UnusableLetterException if it is none
     */
    public static RecordPlace parse(String text) throws UnusableLetterException {
        String[] parts = text.split("/", -1);
        try {
            if (parts.length == 3) {
                int partition = Integer.parseInt(parts[1]);
                long offset = Long.parseLong(parts[2]);
                if (partition >= 0 && offset >= 0) {
                    return new RecordPlace(parts[0], partition, offset);
                }
            }
        } catch (NumberFormatException e) {
            // Told below, as everything else that is none.
        }
        throw new UnusableLetterException("\"" + text + "\" names no dead letter: its id is topic/partition/offset");
    }

    TopicPartition topicPartition() {
        return new TopicPartition(topic, partition);
    }

    @Override
    public String toString() {
        return topic + "/" + partition + "/" + offset;
    }
}
