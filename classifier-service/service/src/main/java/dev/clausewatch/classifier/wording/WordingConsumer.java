package dev.clausewatch.classifier.wording;

import dev.clausewatch.events.EventType;
import dev.clausewatch.runtime.messaging.EventInbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads the words of provisions. */
@ApplicationScoped
class WordingConsumer {

    private static final Set<EventType> TYPES = Set.of(EventType.WORDING_ADDED);

    private final EventInbox inbox;
    private final Wordings wordings;

    WordingConsumer(EventInbox inbox, Wordings wordings) {
        this.inbox = inbox;
        this.wordings = wordings;
    }

    /** Takes one poll; it is acknowledged when its words are stored. */
    @Incoming("provisions-in")
    @Blocking
    public void consume(ConsumerRecords<String, byte[]> records) {
        inbox.process(records, TYPES, wordings);
    }
}
