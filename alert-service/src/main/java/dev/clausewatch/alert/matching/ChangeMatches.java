package dev.clausewatch.alert.matching;

import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.runtime.messaging.OutdatedDecisionException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whom the changes of one poll alert, matched before the transaction that tells them. A change that turns up within the transaction only,
 * such as one that waited to be confirmed, is matched when the decision is made again. Not thread-safe.
 */
public final class ChangeMatches {

    private final Subscribers subscribers;
    private final Map<String, Subscribers.Matches> matched = new HashMap<>();
    private final List<ChangeClassified> missing = new ArrayList<>();

    /** Of none yet. */
    public ChangeMatches(Subscribers subscribers) {
        this.subscribers = subscribers;
    }

    /** Matches some, and what was asked for in vain; call it outside of transactions. */
    public void match(List<ChangeClassified> changes) {
        List<ChangeClassified> all = new ArrayList<>(changes);
        all.addAll(missing);
        missing.clear();
        for (ChangeClassified change : all) {
            matched.computeIfAbsent(key(change), any -> subscribers.matching(change));
        }
    }

    /** Those that a change alerts, oldest first; nobody where it was not matched, which {@link #requireAll} tells. */
    public List<Subscribers.Subscriber> alertedBy(ChangeClassified change) {
        Subscribers.Matches matches = matched.get(key(change));
        if (matches == null) {
            missing.add(change);
            return List.of();
        }
        return subscribers.stillTold(matches);
    }

    /**
     * Ends the transaction.
     *
     * @throws OutdatedDecisionException if a change was asked for that was not matched
     */
    public void requireAll() {
        if (!missing.isEmpty()) {
            throw new OutdatedDecisionException("changes alert that were not matched yet: " + missing.size());
        }
    }

    private static String key(ChangeClassified change) {
        return change.classification().classificationId();
    }
}
