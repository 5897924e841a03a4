package dev.clausewatch.alert.planning;

import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ChangeSettled;
import dev.clausewatch.events.Event;
import dev.clausewatch.runtime.messaging.EventInbox;
import dev.clausewatch.runtime.messaging.Publication;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads classified and settled changes. */
@ApplicationScoped
public class ClassificationConsumer {

    private final EventInbox inbox;
    private final AlertPlanner teller;

    ClassificationConsumer(EventInbox inbox, AlertPlanner teller) {
        this.inbox = inbox;
        this.teller = teller;
    }

    /** Takes a poll. */
    @Incoming("classifications-in")
    @Blocking
    public void consume(ConsumerRecords<String, byte[]> records) {
        inbox.process(records, events -> () -> handle(events));
    }

    private List<Publication> handle(List<Event> events) {
        for (Event event : events) {
            if (event.data() instanceof ChangeClassified classified) {
                teller.classified(classified);
            } else if (event.data() instanceof ChangeSettled settled) {
                teller.settled(settled);
            }
        }
        return List.of();
    }
}
