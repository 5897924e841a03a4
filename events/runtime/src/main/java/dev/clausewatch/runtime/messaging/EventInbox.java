package dev.clausewatch.runtime.messaging;

import dev.clausewatch.events.Event;
import dev.clausewatch.events.EventCodec;
import dev.clausewatch.events.EventType;
import dev.clausewatch.events.Limits;
import dev.clausewatch.events.UndecodableEventException;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes one poll of records through a stage: decode, decide and store in one transaction, publish, return (and thereby
 * acknowledge). What cannot be decoded, and the single record that the stage cannot process, become dead letters; the others go on.
 * A fault of the world is waited out for as long as it takes.
 */
@ApplicationScoped
public class EventInbox {

    private static final Logger LOG = Logger.getLogger(EventInbox.class);

    /** What is decoded and stored at once, so that a heap of 256 MB holds. */
    private static final long SLICE_BYTES = Limits.EVENT_BYTES;

    private final EventPublisher publisher;
    private final DeadLetters deadLetters;
    private final Patience patience;
    private final PollsInHand polls;
    private final MeterRegistry meters;

    EventInbox(
            EventPublisher publisher,
            DeadLetters deadLetters,
            Patience patience,
            PollsInHand polls,
            MeterRegistry meters) {
        this.publisher = publisher;
        this.deadLetters = deadLetters;
        this.patience = patience;
        this.polls = polls;
        this.meters = meters;
    }

    /** What a stage does with events. */
    public interface Handler {

        /**
         * Decides and stores, inside one transaction. An event that was handled before writes nothing and returns the same
         * publications again.
         *
         * @param events in order, at least one
         * @return what is published after the commit, in order
         */
        List<Publication> handle(List<Event> events);
    }

    /** Takes a poll through the stage; returns when all of it is stored and published, or a dead letter. */
    public void process(ConsumerRecords<String, byte[]> records, Handler handler) {
        work(records, handler);
    }

    /** The same with events of some types; what else is on the topic, however large, is passed over unread. */
    public void process(ConsumerRecords<String, byte[]> records, Set<EventType> types, Handler handler) {
        List<ConsumerRecord<String, byte[]>> wanted = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            if (EventCodec.type(record).filter(types::contains).isPresent()) {
                wanted.add(record);
            }
        }
        work(wanted, handler);
    }

    private void work(Iterable<ConsumerRecord<String, byte[]>> records, Handler handler) {
        if (!polls.work(() -> take(records, handler))) {
            throw new Patience.StoppingException();
        }
    }

    /** In slices bounded by bytes: a poll is bounded by its compressed size only. */
    private void take(Iterable<ConsumerRecord<String, byte[]>> records, Handler handler) {
        List<ConsumerRecord<String, byte[]>> slice = new ArrayList<>();
        long bytes = 0;
        for (ConsumerRecord<String, byte[]> record : records) {
            int size = Math.max(0, record.serializedValueSize());
            if (!slice.isEmpty() && bytes + size > SLICE_BYTES) {
                takeSlice(slice, handler);
                slice.clear();
                bytes = 0;
            }
            slice.add(record);
            bytes += size;
        }
        takeSlice(slice, handler);
    }

    private void takeSlice(List<ConsumerRecord<String, byte[]>> records, Handler handler) {
        List<Received> received = new ArrayList<>(records.size());
        for (ConsumerRecord<String, byte[]> record : records) {
            decode(record).ifPresent(event -> received.add(new Received(record, event)));
        }
        if (received.isEmpty()) {
            return;
        }
        meters.counter("clausewatch.events.received").increment(received.size());
        try {
            handle(received, handler);
        } catch (Patience.StoppingException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warnf("A poll of %d events failed as a whole and is taken one by one: %s", received.size(), e);
            patience.awaitWorld(e);
            received.forEach(one -> isolate(one, handler));
        }
    }

    /** A second look before an event is given up: what failed beside another, or while the world changed, may be well alone. */
    private void isolate(Received one, Handler handler) {
        try {
            handle(List.of(one), handler);
        } catch (Patience.StoppingException e) {
            throw e;
        } catch (RuntimeException first) {
            patience.awaitWorld(first);
            lastTry(one, handler);
        }
    }

    private void lastTry(Received one, Handler handler) {
        try {
            handle(List.of(one), handler);
        } catch (Patience.StoppingException e) {
            throw e;
        } catch (RuntimeException e) {
            patience.awaitWorld(e);
            LOG.errorf(
                    e,
                    "An event cannot be processed and becomes a dead letter eventId=%s",
                    one.event().id());
            bury(one.record(), e.toString());
        }
    }

    private void handle(List<Received> received, Handler handler) {
        List<Event> events = received.stream().map(Received::event).toList();
        List<Publication> publications = patience.insist(
                "storing " + events.size() + " events",
                () -> QuarkusTransaction.requiringNew().call(() -> handler.handle(events)));
        if (!publications.isEmpty()) {
            patience.insist("publishing " + publications.size() + " events", () -> {
                publisher.publish(publications);
                return publications;
            });
        }
    }

    private Optional<Event> decode(ConsumerRecord<String, byte[]> record) {
        try {
            return EventCodec.decode(record);
        } catch (UndecodableEventException e) {
            LOG.errorf(
                    "A record is no event and becomes a dead letter topic=%s partition=%d offset=%d reason=%s",
                    record.topic(), record.partition(), record.offset(), e.getMessage());
            bury(record, e.getMessage());
            return Optional.empty();
        }
    }

    private void bury(ConsumerRecord<String, byte[]> record, @Nullable String reason) {
        meters.counter("clausewatch.events.dead").increment();
        patience.insist("publishing a dead letter", () -> {
            deadLetters.publish(record, reason);
            return record;
        });
    }

    private record Received(ConsumerRecord<String, byte[]> record, Event event) {}
}
