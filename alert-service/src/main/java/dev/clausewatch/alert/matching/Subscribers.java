package dev.clausewatch.alert.matching;

import dev.clausewatch.alert.destination.Rendering;
import dev.clausewatch.alert.subscription.EventGroup;
import dev.clausewatch.alert.subscription.SubscriptionChanges;
import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.filter.ChangeFacts;
import dev.clausewatch.filter.FilterIndex;
import dev.clausewatch.runtime.messaging.DecisionBudget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Who is told of what: the active subscriptions, kept in memory and brought up to date by each question. Matching a change takes as long as
 * its texts and the filters make it, within the budget of a decision, and belongs outside of transactions. Thread-safe.
 */
@ApplicationScoped
public class Subscribers {

    private final SubscriptionChanges changes;
    private final DecisionBudget budget;
    private final FilterIndex<Long> ofChanges = new FilterIndex<>();
    private final FilterIndex<Long> ofSources = new FilterIndex<>();

    /** By position; only those that are told of something. */
    private final Map<Long, Subscriber> known = new HashMap<>();

    /** A match whose time is over goes on until it notices. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    private String readUpTo;

    @Inject
    Subscribers(SubscriptionChanges changes, DecisionBudget budget) {
        this(changes, budget, SubscriptionChanges.ALL);
    }

    Subscribers(SubscriptionChanges changes, DecisionBudget budget, String readUpTo) {
        this.changes = changes;
        this.budget = budget;
        this.readUpTo = readUpTo;
    }

    /**
     * Whom to tell.
     *
     * @param id of the subscription
     * @param rendering how its messages are written
     */
    public record Subscriber(String id, Rendering rendering) {}

    /**
     * Subscriptions that match.
     *
     * @param positions oldest first
     */
    public record Matches(List<Long> positions) {

        public Matches {
            positions = List.copyOf(positions);
        }
    }

    /** Those that a change alerts. When there is no time to ask for words, those that ask for words that it may have too. */
    public Matches matching(ChangeClassified classified) {
        refresh();
        return budget.decide(
                "changeId=" + classified.change().changeId(),
                () -> reading(() -> new Matches(ofChanges.matching(ChangeFacts.of(classified)))),
                reason -> reading(() -> new Matches(ofChanges.maybeMatching(ChangeFacts.of(classified)))));
    }

    /** Those of them that are still told, oldest first; ask in the transaction that queues their messages. */
    public List<Subscriber> stillTold(Matches matches) {
        refresh();
        return reading(() -> at(matches.positions()));
    }

    /** Those that hear of the health of a document's source, oldest first. */
    public List<Subscriber> toldOfSource(DocumentRef document) {
        refresh();
        return reading(() -> at(ofSources.matching(document)));
    }

    private List<Subscriber> at(List<Long> positions) {
        return positions.stream()
                .flatMap(position -> Optional.ofNullable(known.get(position)).stream())
                .toList();
    }

    private <T> T reading(Supplier<T> question) {
        lock.readLock().lock();
        try {
            return question.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private void refresh() {
        lock.writeLock().lock();
        try {
            SubscriptionChanges.Since since = changes.since(readUpTo);
            if (Long.compareUnsigned(Long.parseUnsignedLong(since.readUpTo()), Long.parseUnsignedLong(readUpTo)) < 0) {
                // Another server took over that lacks what was written last: what is known of it may never have been.
                List.copyOf(known.keySet()).forEach(this::forget);
                since = changes.since(SubscriptionChanges.ALL);
            }
            since.written().forEach(this::take);
            readUpTo = since.readUpTo();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void take(SubscriptionChanges.Written written) {
        forget(written.position());
        if (written.active()) {
            known.put(written.position(), new Subscriber(written.id(), written.rendering()));
            place(ofChanges, EventGroup.CHANGES, written);
            place(ofSources, EventGroup.SOURCE_HEALTH, written);
        }
    }

    private void forget(long position) {
        known.remove(position);
        ofChanges.remove(position);
        ofSources.remove(position);
    }

    private static void place(FilterIndex<Long> index, EventGroup group, SubscriptionChanges.Written written) {
        if (written.events().contains(group)) {
            index.put(written.position(), written.filter());
        }
    }
}
