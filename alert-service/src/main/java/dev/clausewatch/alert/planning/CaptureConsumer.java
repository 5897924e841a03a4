package dev.clausewatch.alert.planning;

import dev.clausewatch.events.Event;
import dev.clausewatch.events.EventType;
import dev.clausewatch.events.SourceDegraded;
import dev.clausewatch.events.SourceRecovered;
import dev.clausewatch.runtime.messaging.EventInbox;
import dev.clausewatch.runtime.messaging.Publication;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Consumes the source health events of the captures topic and skips everything else without decoding it. */
@ApplicationScoped
public class CaptureConsumer {

    private static final Set<EventType> WANTED = Set.of(EventType.SOURCE_DEGRADED, EventType.SOURCE_RECOVERED);

    private final EventInbox inbox;
    private final SourceAlertPlanner teller;

    CaptureConsumer(EventInbox inbox, SourceAlertPlanner teller) {
        this.inbox = inbox;
        this.teller = teller;
    }

    /** Takes a poll. */
    @Incoming("captures-in")
    @Blocking
    public void consume(ConsumerRecords<String, byte[]> records) {
        inbox.process(records, WANTED, events -> () -> handle(events));
    }

    private List<Publication> handle(List<Event> events) {
        for (Event event : events) {
            if (event.data() instanceof SourceDegraded degraded) {
                teller.degraded(event, degraded);
            } else if (event.data() instanceof SourceRecovered recovered) {
                teller.recovered(event, recovered);
            }
        }
        return List.of();
    }
}
