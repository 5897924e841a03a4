package dev.clausewatch.brokers;

import dev.clausewatch.events.DeadLetterHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter without its value. Texts are cut, and otherwise as they came: whoever shows them to people takes out what a terminal
 * would obey.
 *
 * @param id where it lies
 * @param topic the topic it lies on
 * @param at when it was laid there
 * @param key of the record: the document, or the subscription of a delivery
 * @param type of the event, as its header says
 * @param eventId as its header says
 * @param reason why it could not be processed
 * @param from where it was read from; absent when its headers do not say
 * @param bytes of its value; -1 when it has none
 * @param state what became of it
 * @param sentTo where it was sent back to, the last time; absent while it was not
 */
public record DeadLetter(
        RecordPlace id,
        DeadLetterTopic topic,
        Instant at,
        @Nullable String key,
        @Nullable String type,
        @Nullable String eventId,
        @Nullable String reason,
        @Nullable RecordPlace from,
        int bytes,
        State state,
        @Nullable RecordPlace sentTo) {

    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_REASON = 2_000;

    /** What became of a letter, as far as the brokers can tell. */
    public enum State {
        /** Nobody sent it back by these means. */
        OPEN,
        /** It was sent back; whether it was read is not known, or it was not yet. */
        SENT_BACK,
        /** It was sent back, and its service has read past it without another dead letter. */
        PROCESSED,
        /** It was sent back, and became a dead letter again. */
        FAILED_AGAIN
    }

    static DeadLetter of(DeadLetterTopic topic, ConsumerRecord<byte[], byte[]> record) {
        return new DeadLetter(
                RecordPlace.of(record),
                topic,
                Instant.ofEpochMilli(record.timestamp()),
                record.key() == null ? null : cut(new String(record.key(), StandardCharsets.UTF_8), LONGEST_NAME),
                text(record, "ce_type", LONGEST_NAME),
                text(record, "ce_id", LONGEST_NAME),
                text(record, DeadLetterHeaders.REASON, LONGEST_REASON),
                from(record),
                record.serializedValueSize(),
                State.OPEN,
                null);
    }

    DeadLetter sent(RecordPlace to, State became) {
        return new DeadLetter(id, topic, at, key, type, eventId, reason, from, bytes, became, to);
    }

    private static @Nullable RecordPlace from(ConsumerRecord<byte[], byte[]> record) {
        String topic = text(record, DeadLetterHeaders.TOPIC, LONGEST_NAME);
        Long partition = number(record, DeadLetterHeaders.PARTITION);
        Long offset = number(record, DeadLetterHeaders.OFFSET);
        return topic == null || partition == null || offset == null || partition > Integer.MAX_VALUE
                ? null
                : new RecordPlace(topic, partition.intValue(), offset);
    }

    static @Nullable Long number(ConsumerRecord<byte[], byte[]> record, String header) {
        String text = text(record, header, LONGEST_NAME);
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable String text(ConsumerRecord<byte[], byte[]> record, String name, int longest) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null
                ? null
                : cut(new String(header.value(), StandardCharsets.UTF_8), longest);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
