package dev.clausewatch.brokers;

import dev.clausewatch.events.DeadLetterHeaders;
import dev.clausewatch.events.EventCodec;
import dev.clausewatch.events.UndecodableEventException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A dead letter with all that it holds. */
public final class LetterRecord {

    private final DeadLetter letter;
    private final ConsumerRecord<byte[], byte[]> record;

    LetterRecord(DeadLetter letter, ConsumerRecord<byte[], byte[]> record) {
        this.letter = letter;
        this.record = record;
    }

    /** What it is. */
    public DeadLetter letter() {
        return letter;
    }

    /** Its headers in their order, whole, read as UTF-8. */
    public List<Map.Entry<String, String>> headers() {
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        for (Header header : record.headers()) {
            headers.add(Map.entry(
                    header.key(), header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8)));
        }
        return headers;
    }

    /** The data of the event; null when there is none. */
    public byte @Nullable [] value() {
        return record.value();
    }

    byte @Nullable [] key() {
        return record.key();
    }

    /**
     * The record as it was when it was read, for its topic. One with a key goes where its key belongs; one without, to the partition that it
     * came from.
     *
     * @throws UnusableLetterException if it cannot be made whole
     */
    ProducerRecord<byte[], byte[]> original() throws UnusableLetterException {
        RecordPlace from = letter.from();
        String source = letter.topic().source().topicName();
        if (from == null || !from.topic().equals(source)) {
            throw new UnusableLetterException(letter.id()
                    + " is no dead letter of a service: its headers do not say where on " + source + " it was read");
        }
        Long bytes = DeadLetter.number(record, DeadLetterHeaders.BYTES);
        if (record.value() == null && (bytes == null || bytes >= 0)) {
            throw new UnusableLetterException(letter.id()
                    + " lies here without its value, which the brokers refused or which is larger than an event may be: the"
                    + " record itself is " + from);
        }
        requireEvent();
        ProducerRecord<byte[], byte[]> original = new ProducerRecord<>(
                source, record.key() == null ? from.partition() : null, record.key(), record.value());
        for (Header header : record.headers()) {
            if (!DeadLetterHeaders.ALL.contains(header.key())) {
                original.headers().add(header);
            }
        }
        return original;
    }

    private void requireEvent() throws UnusableLetterException {
        try {
            EventCodec.decode(record);
        } catch (UndecodableEventException e) {
            throw new UnusableLetterException(
                    letter.id() + " is no event, and would become a dead letter again: " + e.getMessage());
        }
    }
}
