package dev.clausewatch.brokers;

import dev.clausewatch.events.DeadLetterHeaders;
import dev.clausewatch.events.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The dead letters of all services. What is sent back gets a note behind its letter, so that it is told from those that nobody looked after; a
 * note has no key, and readers of dead letters pass over it. Not for several threads at once.
 */
public final class DeadLetterBox implements AutoCloseable {

    private final BrokerConnection connection;
    private final Admin admin;
    private final PartitionReader reader;
    private @Nullable KafkaProducer<byte[], byte[]> producer;

    private DeadLetterBox(BrokerConnection connection, Admin admin, PartitionReader reader) {
        this.connection = connection;
        this.admin = admin;
        this.reader = reader;
    }

    /**
     * Opens it.
     *
     * @throws IOException if the connection cannot be used
     */
    public static DeadLetterBox open(BrokerConnection connection) throws IOException {
        Admin admin = connection.admin();
        try {
            return new DeadLetterBox(connection, admin, new PartitionReader(connection));
        } catch (IOException e) {
            BrokerConnection.close(admin);
            throw e;
        }
    }

    /**
     * The letters that lie on a topic, in its order.
     *
     * @throws IOException if the brokers do not answer, or refuse
     */
    public List<DeadLetter> list(DeadLetterTopic topic) throws IOException {
        // Before the letters are read: a letter of a record that was read is there before the group moves on.
        Map<TopicPartition, OffsetAndMetadata> finished = finished(topic.reader());
        LettersAndNotes found = new LettersAndNotes(topic);
        for (TopicPartition partition : reader.partitions(topic.name())) {
            reader.read(partition, 0, Long.MAX_VALUE, found::take);
        }
        return found.letters(finished);
    }

    /**
     * One letter, whole.
     *
     * @throws UnusableLetterException if there is none of this id
     * @throws IOException if the brokers do not answer, or refuse
     */
    public LetterRecord find(RecordPlace id) throws IOException, UnusableLetterException {
        DeadLetterTopic topic = DeadLetterTopic.named(id.topic());
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        reader.read(id.topicPartition(), id.offset(), id.offset() + 1, found::add);
        if (found.isEmpty() || LettersAndNotes.isNote(found.getFirst())) {
            throw new UnusableLetterException("There is no dead letter " + id + ": list has those that are there");
        }
        return new LetterRecord(DeadLetter.of(topic, found.getFirst()), found.getFirst());
    }

    /**
     * Sends a letter back to the topic that it came from, with its key and its own headers, and waits until all replicas have it.
     *
     * @return where it is
     * @throws UnusableLetterException if it cannot be sent back
     * @throws IOException if the brokers do not take it in time, or refuse it
     */
    public RecordPlace replay(LetterRecord found) throws IOException, UnusableLetterException {
        ProducerRecord<byte[], byte[]> original = found.original();
        requireNewest(found);
        return send(original);
    }

    /**
     * Notes that a letter was sent back.
     *
     * @throws IOException if the brokers do not take the note in time, or refuse it
     */
    public void note(RecordPlace letter, RecordPlace sentTo) throws IOException {
        ProducerRecord<byte[], byte[]> note = new ProducerRecord<>(letter.topic(), letter.partition(), null, null);
        header(note, DeadLetterHeaders.REPLAYED, letter.offset());
        header(note, DeadLetterHeaders.PARTITION, sentTo.partition());
        header(note, DeadLetterHeaders.OFFSET, sentTo.offset());
        send(note);
    }

    /**
     * The letters that go when this one is dropped, itself the last: a topic can be cut off only up to an offset.
     *
     * @throws UnusableLetterException if there is none of this id
     * @throws IOException if the brokers do not answer, or refuse
     */
    public List<DeadLetter> upTo(RecordPlace id) throws IOException, UnusableLetterException {
        DeadLetterTopic topic = find(id).letter().topic();
        return list(topic).stream()
                .filter(letter ->
                        letter.id().partition() == id.partition() && letter.id().offset() <= id.offset())
                .toList();
    }

    /**
     * Drops a letter with all before it.
     *
     * @throws IOException if the brokers do not answer, or refuse
     */
    public void dropUpTo(RecordPlace id) throws IOException {
        connection.demand(
                admin.deleteRecords(Map.of(id.topicPartition(), RecordsToDelete.beforeOffset(id.offset() + 1)))
                        .all());
    }

    /** Where the group of a service is; empty where that is not known, as for the gateway, which has none. */
    private Map<TopicPartition, OffsetAndMetadata> finished(Service service) {
        if (!GroupLag.services().contains(service)) {
            return Map.of();
        }
        try {
            return connection.demand(
                    admin.listConsumerGroupOffsets(service.label()).partitionsToOffsetAndMetadata());
        } catch (IOException e) {
            // Who may read letters need not have a right to groups; then it is not said what was processed.
            return Map.of();
        }
    }

    /** On a compacted topic the last record of a key stands: an older one must not come behind a newer one. */
    private void requireNewest(LetterRecord found) throws IOException, UnusableLetterException {
        RecordPlace from = found.letter().from();
        byte[] key = found.key();
        if (from == null || key == null || !found.letter().topic().source().compacted()) {
            return;
        }
        List<RecordPlace> newer = new ArrayList<>();
        reader.read(from.topicPartition(), from.offset() + 1, Long.MAX_VALUE, record -> {
            if (newer.isEmpty() && Arrays.equals(key, record.key())) {
                newer.add(RecordPlace.of(record));
            }
        });
        Optional<RecordPlace> first = newer.stream().findFirst();
        if (first.isPresent()) {
            throw new UnusableLetterException(found.letter().id() + " is not sent back: " + first.get()
                    + " is a newer record of the same key, and on this topic only the last one stands");
        }
    }

    private RecordPlace send(ProducerRecord<byte[], byte[]> record) throws IOException {
        try {
            RecordMetadata taken = connection.demand(opened().send(record));
            return new RecordPlace(taken.topic(), taken.partition(), taken.offset());
        } catch (KafkaException e) {
            throw connection.refused(e);
        }
    }

    private KafkaProducer<byte[], byte[]> opened() throws IOException {
        KafkaProducer<byte[], byte[]> open = producer;
        if (open == null) {
            open = connection.producer();
            producer = open;
        }
        return open;
    }

    private static void header(ProducerRecord<byte[], byte[]> record, String name, long value) {
        record.headers().add(name, Long.toString(value).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        KafkaProducer<byte[], byte[]> open = producer;
        if (open != null) {
            open.close(connection.patience());
        }
        reader.close();
        BrokerConnection.close(admin);
    }
}
