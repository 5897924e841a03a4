package dev.clausewatch.gateway.readmodel;

import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.DeadLetterHeaders;
import dev.clausewatch.events.Event;
import dev.clausewatch.events.EventCodec;
import dev.clausewatch.events.SnapshotCaptured;
import dev.clausewatch.events.UndecodableEventException;
import dev.clausewatch.runtime.database.Database;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Writes what other services could not process. Any order of the same letters gives the same rows; a letter without a key is about
 * no document and has none, nor has a note that a letter was sent back.
 */
final class DeadLetterRows {

    private DeadLetterRows() {}

    /** The version that a letter is about. */
    private record About(String subject, String snapshotId, long sequence, Instant firstSeenAt) {}

    static void deadLettered(Database database, Stage stage, ConsumerRecord<String, byte[]> letter) {
        if (letter.key() == null) {
            return;
        }
        String place = place(letter);
        Optional<About> about = about(stage, letter);
        Instant when = Instant.ofEpochMilli(letter.timestamp());
        database.sql("""
                insert into read.dead_letter as d (stage, subject, document_id, snapshot_id, sequence, first_seen_at,
                    failed_at, last_failed_at, reason, record)
                values (:stage, :subject, :document, :snapshot, :sequence, :firstSeenAt, :when, :when, :reason, :place)
                on conflict (stage, subject) do update set
                    failed_at = least(d.failed_at, excluded.failed_at),
                    last_failed_at = greatest(d.last_failed_at, excluded.last_failed_at),
                    reason = case when (excluded.last_failed_at, excluded.record) > (d.last_failed_at, d.record)
                        then excluded.reason else d.reason end,
                    record = case when (excluded.last_failed_at, excluded.record) > (d.last_failed_at, d.record)
                        then excluded.record else d.record end""")
                .bind("stage", stage)
                .bind("subject", about.map(About::subject).orElse(place))
                .bind("document", letter.key())
                .bind("snapshot", about.map(About::snapshotId).orElse(null))
                .bind("sequence", about.map(About::sequence).orElse(null))
                .bind("firstSeenAt", about.map(About::firstSeenAt).orElse(null))
                .bind("when", when)
                .bind("reason", header(letter, DeadLetterHeaders.REASON).orElse("unknown"))
                .bind("place", place)
                .update();
    }

    private static Optional<About> about(Stage stage, ConsumerRecord<String, byte[]> letter) {
        Event event;
        try {
            event = EventCodec.decode(letter).orElse(null);
        } catch (UndecodableEventException e) {
            return Optional.empty();
        }
        return Optional.ofNullable(event).map(read -> about(stage, read));
    }

    private static @Nullable About about(Stage stage, Event event) {
        return switch (stage) {
            case COMPARE ->
                event.data() instanceof SnapshotCaptured it
                        ? new About(it.snapshotId(), it.snapshotId(), it.sequence(), it.capturedAt())
                        : null;
            case CLASSIFY ->
                event.data() instanceof ChangeDetected it
                        ? new About(
                                it.changeId(),
                                it.to().snapshotId(),
                                it.to().sequence(),
                                it.to().firstSeenAt())
                        : null;
        };
    }

    /** Where the record was read; where the letter lies when its headers do not say. */
    private static String place(ConsumerRecord<String, byte[]> letter) {
        return header(letter, DeadLetterHeaders.TOPIC)
                .flatMap(topic -> header(letter, DeadLetterHeaders.PARTITION)
                        .flatMap(partition -> header(letter, DeadLetterHeaders.OFFSET)
                                .map(offset -> topic + "-" + partition + "@" + offset)))
                .orElseGet(() -> letter.topic() + "-" + letter.partition() + "@" + letter.offset());
    }

    private static Optional<String> header(ConsumerRecord<String, byte[]> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }
}
