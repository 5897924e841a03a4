package dev.clausewatch.alert.matching;

import dev.clausewatch.alert.destination.Rendering;
import dev.clausewatch.alert.subscription.EventGroup;
import dev.clausewatch.alert.subscription.SubscriptionChanges;
import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.filter.ChangeFacts;
import dev.clausewatch.filter.FilterIndex;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is told of what: the active subscriptions, kept in memory and brought up to date by each question, in the transaction of whoever asks.
 * Subscriptions that come while it asks are told from the next change on. Thread-safe.
 */
@ApplicationScoped
public class Subscribers {

    private final SubscriptionChanges changes;
    private final FilterIndex<Long> ofChanges = new FilterIndex<>();
    private final FilterIndex<Long> ofSources = new FilterIndex<>();
    private final Map<Long, Subscriber> known = new HashMap<>();
    private String readUpTo = SubscriptionChanges.ALL;

    Subscribers(SubscriptionChanges changes) {
        this.changes = changes;
    }

    /**
     * Whom to tell.
     *
     * @param id of the subscription
     * @param rendering how its messages are written
     */
    public record Subscriber(String id, Rendering rendering) {}

    /** Those that a change alerts, oldest first. */
    public synchronized List<Subscriber> alertedBy(ChangeClassified classified) {
        refresh();
        return at(ofChanges.matching(ChangeFacts.of(classified)));
    }

    /** Those that hear of the health of a document's source, oldest first. */
    public synchronized List<Subscriber> toldOfSource(DocumentRef document) {
        refresh();
        return at(ofSources.matching(document));
    }

    private List<Subscriber> at(List<Long> positions) {
        return positions.stream()
                .flatMap(position -> Optional.ofNullable(known.get(position)).stream())
                .toList();
    }

    private void refresh() {
        SubscriptionChanges.Since since = changes.since(readUpTo);
        for (SubscriptionChanges.Written written : since.written()) {
            known.put(written.position(), new Subscriber(written.id(), written.rendering()));
            place(ofChanges, EventGroup.CHANGES, written);
            place(ofSources, EventGroup.SOURCE_HEALTH, written);
        }
        readUpTo = since.readUpTo();
    }

    private static void place(FilterIndex<Long> index, EventGroup group, SubscriptionChanges.Written written) {
        if (written.active() && written.events().contains(group)) {
            index.put(written.position(), written.filter());
        } else {
            index.remove(written.position());
        }
    }
}
