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
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes one poll of records through a stage: decode, decide, store in one transaction, publish, return (and thereby
 * acknowledge). What cannot be decoded, and the single record that the stage cannot process, become dead letters; the others go on.
 * A transient failure is retried for as long as it takes.
 */
@ApplicationScoped
public class EventInbox {

    private static final Logger LOG = Logger.getLogger(EventInbox.class);

    /** How many bytes are decoded and stored at once; keeps within a heap of 256 MB. */
    private static final long SLICE_BYTES = Limits.EVENT_BYTES;

    private final EventPublisher publisher;
    private final DeadLetters deadLetters;
    private final RetryUntilAvailable retry;
    private final InFlightPolls polls;
    private final MeterRegistry meters;

    EventInbox(
            EventPublisher publisher,
            DeadLetters deadLetters,
            RetryUntilAvailable retry,
            InFlightPolls polls,
            MeterRegistry meters) {
        this.publisher = publisher;
        this.deadLetters = deadLetters;
        this.retry = retry;
        this.polls = polls;
        this.meters = meters;
    }

    /** What a stage does with events. */
    @FunctionalInterface
    public interface Handler {

        /**
         * Decides, outside any transaction. Long computations belong here, within a {@link DecisionBudget}.
         *
         * @param events in order, at least one
         * @return what stores the decision
         */
        Storing decide(List<Event> events);

        /**
         * Whether an event may be decided in one group with those before it. If not, it is decided after they are stored.
         *
         * @param events those that are decided together so far; at least one
         */
        default boolean joins(Event next, List<Event> events) {
            return true;
        }

        /** Called when a record became a dead letter, so that later records of its key do not wait for it. */
        default void buried(DeadLetter letter) {}
    }

    /**
     * A record that became a dead letter.
     *
     * @param key of the record
     * @param type as its header says; empty when there is none that this release knows
     * @param event what it says; absent when it could not be read
     * @param reason why it was given up
     */
    public record DeadLetter(
            String key, Optional<EventType> type, @Nullable Event event, String reason) {}

    /** The second half of a stage's work. */
    @FunctionalInterface
    public interface Storing {

        /**
         * Stores, inside one transaction. An event that was handled before writes nothing and returns the same publications again.
         *
         * @return what is published after the commit, in order
         * @throws OutdatedDecisionException if what was decided on has changed: then it is decided anew
         */
        List<Publication> store();
    }

    /** Takes a poll through the stage; returns when all of it is stored and published, or a dead letter. */
    public void process(ConsumerRecords<String, byte[]> records, Handler handler) {
        work(records, handler);
    }

    /** The same for some event types only; other records of the topic are skipped without decoding them. */
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
            throw new RetryUntilAvailable.StoppingException();
        }
    }

    /** In slices bounded by decompressed size, since a poll is bounded by its compressed size only. */
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

    /** Unreadable records are dead-lettered in order: later records with the same key must see it, earlier ones must not. */
    private void takeSlice(List<ConsumerRecord<String, byte[]>> records, Handler handler) {
        List<ProducerRecord<String, byte[]>> publications = new ArrayList<>();
        List<Received> received = new ArrayList<>(records.size());
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                EventCodec.decode(record).ifPresent(event -> received.add(new Received(record, event)));
            } catch (UndecodableEventException e) {
                publications.addAll(takeTogether(received, handler));
                received.clear();
                LOG.errorf(
                        "A record is no event and becomes a dead letter topic=%s partition=%d offset=%d reason=%s",
                        record.topic(), record.partition(), record.offset(), e.getMessage());
                bury(record, null, e.getMessage(), handler);
            }
        }
        publications.addAll(takeTogether(received, handler));
        publish(publications);
    }

    private List<ProducerRecord<String, byte[]>> takeTogether(List<Received> received, Handler handler) {
        List<ProducerRecord<String, byte[]>> publications = new ArrayList<>();
        if (!received.isEmpty()) {
            meters.counter("clausewatch.events.received").increment(received.size());
            together(received, handler).forEach(group -> publications.addAll(take(group, handler)));
        }
        return publications;
    }

    private static List<List<Received>> together(List<Received> received, Handler handler) {
        List<List<Received>> groups = new ArrayList<>();
        List<Received> group = new ArrayList<>();
        List<Event> events = new ArrayList<>();
        for (Received one : received) {
            if (!group.isEmpty() && !handler.joins(one.event(), events)) {
                groups.add(group);
                group = new ArrayList<>();
                events = new ArrayList<>();
            }
            group.add(one);
            events.add(one.event());
        }
        groups.add(group);
        return groups;
    }

    private List<ProducerRecord<String, byte[]>> take(List<Received> received, Handler handler) {
        try {
            return handle(received, handler);
        } catch (RetryUntilAvailable.StoppingException | OutOfMemoryError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            LOG.warnf("%d events failed together and are taken one by one: %s", received.size(), e);
            retry.awaitDatabase(e);
            return received.stream()
                    .flatMap(one -> isolate(one, handler).stream())
                    .toList();
        }
    }

    /** A second look before an event is given up: what failed beside another, or while the database was changing, may succeed alone. */
    private List<ProducerRecord<String, byte[]>> isolate(Received one, Handler handler) {
        try {
            return handle(List.of(one), handler);
        } catch (RetryUntilAvailable.StoppingException | OutOfMemoryError e) {
            throw e;
        } catch (RuntimeException | Error first) {
            retry.awaitDatabase(first);
            return lastTry(one, handler);
        }
    }

    private List<ProducerRecord<String, byte[]>> lastTry(Received one, Handler handler) {
        try {
            return handle(List.of(one), handler);
        } catch (RetryUntilAvailable.StoppingException | OutOfMemoryError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            retry.awaitDatabase(e);
            LOG.errorf(
                    e,
                    "An event cannot be processed and becomes a dead letter eventId=%s",
                    one.event().id());
            bury(one.record(), one.event(), e.toString(), handler);
            return List.of();
        }
    }

    private List<ProducerRecord<String, byte[]>> handle(List<Received> received, Handler handler) {
        List<Event> events = received.stream().map(Received::event).toList();
        return retry.run("storing " + events.size() + " events", () -> decideAndStore(events, handler));
    }

    /**
     * Encodes before the commit, so that an event that is too large is blamed on its cause and nothing of it is stored.
     */
    private static List<ProducerRecord<String, byte[]>> decideAndStore(List<Event> events, Handler handler) {
        while (true) {
            Storing decided = handler.decide(events);
            try {
                return QuarkusTransaction.requiringNew().call(() -> EventPublisher.encode(decided.store()));
            } catch (OutdatedDecisionException e) {
                LOG.infof("What was decided on has changed meanwhile and is decided anew: %s", e.getMessage());
            }
        }
    }

    private void publish(List<ProducerRecord<String, byte[]>> publications) {
        if (!publications.isEmpty()) {
            retry.run("publishing " + publications.size() + " events", () -> {
                send(publications);
                return publications;
            });
        }
    }

    /**
     * Stored events have to be published and their size was checked. If the broker still rejects them, it is misconfigured, and publishing
     * is retried.
     */
    private void send(List<ProducerRecord<String, byte[]>> publications) {
        try {
            publisher.send(publications);
        } catch (RefusedRecordException e) {
            throw new BrokerUnavailableException(
                    "The broker takes less than the contract asks for: raise message.max.bytes and max.message.bytes of"
                            + " the topic as docs/operations.md says",
                    e);
        }
    }

    private void bury(
            ConsumerRecord<String, byte[]> record, @Nullable Event event, @Nullable String reason, Handler handler) {
        meters.counter("clausewatch.events.dead").increment();
        retry.run("publishing a dead letter", () -> {
            deadLetters.publish(record, reason);
            return record;
        });
        String key = record.key();
        if (key != null) {
            retry.run("noting a dead letter", () -> {
                handler.buried(new DeadLetter(key, EventCodec.type(record), event, String.valueOf(reason)));
                return record;
            });
        }
    }

    private record Received(ConsumerRecord<String, byte[]> record, Event event) {}
}
