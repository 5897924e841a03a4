package dev.clausewatch.alert.planning;

import dev.clausewatch.alert.matching.ChangeMatches;
import dev.clausewatch.alert.matching.Subscribers;
import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ChangeSettled;
import dev.clausewatch.events.Event;
import dev.clausewatch.runtime.messaging.EventInbox;
import dev.clausewatch.runtime.messaging.Publication;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads classified and settled changes. */
@ApplicationScoped
public class ClassificationConsumer {

    private final EventInbox inbox;
    private final AlertPlanner teller;
    private final Subscribers subscribers;

    ClassificationConsumer(EventInbox inbox, AlertPlanner teller, Subscribers subscribers) {
        this.inbox = inbox;
        this.teller = teller;
        this.subscribers = subscribers;
    }

    /** Takes a poll. */
    @Incoming("classifications-in")
    @Blocking
    public void consume(ConsumerRecords<String, byte[]> records) {
        ChangeMatches matches = new ChangeMatches(subscribers);
        inbox.process(records, events -> {
            matches.match(alertingNow(events));
            return () -> handle(events, matches);
        });
    }

    private List<ChangeClassified> alertingNow(List<Event> events) {
        return events.stream()
                .flatMap(event ->
                        event.data() instanceof ChangeClassified classified ? Stream.of(classified) : Stream.empty())
                .filter(teller::alertsNow)
                .toList();
    }

    private List<Publication> handle(List<Event> events, ChangeMatches matches) {
        for (Event event : events) {
            if (event.data() instanceof ChangeClassified classified) {
                teller.classified(classified, matches);
            } else if (event.data() instanceof ChangeSettled settled) {
                teller.settled(settled, matches);
            }
        }
        matches.requireAll();
        return List.of();
    }
}
