package dev.clausewatch.brokers;

import dev.clausewatch.events.DeadLetterHeaders;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What lies on a topic of dead letters: letters, and notes that one was sent back. */
final class LettersAndNotes {

    private final DeadLetterTopic topic;
    private final List<DeadLetter> letters = new ArrayList<>();
    private final Map<RecordPlace, RecordPlace> sentTo = new HashMap<>();

    LettersAndNotes(DeadLetterTopic topic) {
        this.topic = topic;
    }

    /** A letter always says of which topic it is, whatever other headers its record came with. */
    static boolean isNote(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null
                && record.headers().lastHeader(DeadLetterHeaders.REPLAYED) != null
                && record.headers().lastHeader(DeadLetterHeaders.TOPIC) == null;
    }

    void take(ConsumerRecord<byte[], byte[]> record) {
        if (!isNote(record)) {
            letters.add(DeadLetter.of(topic, record));
            return;
        }
        @Nullable Long letter = DeadLetter.number(record, DeadLetterHeaders.REPLAYED);
        @Nullable Long partition = DeadLetter.number(record, DeadLetterHeaders.PARTITION);
        @Nullable Long offset = DeadLetter.number(record, DeadLetterHeaders.OFFSET);
        if (letter != null && partition != null && offset != null) {
            sentTo.put(
                    new RecordPlace(record.topic(), record.partition(), letter),
                    new RecordPlace(topic.source().topicName(), partition.intValue(), offset));
        }
    }

    /**
     * The letters with what became of them.
     *
     * @param finished where the group of the service was before the letters were read
     */
    List<DeadLetter> letters(Map<TopicPartition, OffsetAndMetadata> finished) {
        Set<RecordPlace> dead = new HashSet<>();
        for (DeadLetter letter : letters) {
            if (letter.from() != null) {
                dead.add(letter.from());
            }
        }
        return letters.stream().map(letter -> withState(letter, dead, finished)).toList();
    }

    private DeadLetter withState(
            DeadLetter letter, Set<RecordPlace> dead, Map<TopicPartition, OffsetAndMetadata> finished) {
        RecordPlace sent = sentTo.get(letter.id());
        if (sent == null) {
            return letter;
        }
        if (dead.contains(sent)) {
            return letter.sent(sent, DeadLetter.State.FAILED_AGAIN);
        }
        OffsetAndMetadata next = finished.get(sent.topicPartition());
        return letter.sent(
                sent,
                next != null && next.offset() > sent.offset()
                        ? DeadLetter.State.PROCESSED
                        : DeadLetter.State.SENT_BACK);
    }
}
