package dev.clausewatch.alert;

import dev.clausewatch.alert.matching.ChangeMatches;
import dev.clausewatch.alert.matching.Subscribers;
import dev.clausewatch.alert.planning.AlertPlanner;
import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ChangeSettled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Plans single events in the test's transaction, matched as the consumer matches them. */
@ApplicationScoped
public class MatchingPlanner {

    private final AlertPlanner planner;
    private final Subscribers subscribers;
    private final Map<String, ChangeClassified> planned = new ConcurrentHashMap<>();

    MatchingPlanner(AlertPlanner planner, Subscribers subscribers) {
        this.planner = planner;
        this.subscribers = subscribers;
    }

    /** Plans what a classified change asks for. */
    public void classified(ChangeClassified change) {
        planned.put(change.change().changeId(), change);
        ChangeMatches matches = new ChangeMatches(subscribers);
        matches.match(List.of(change));
        planner.classified(change, matches);
        matches.requireAll();
    }

    /** Plans or drops a change that waited. */
    public void settled(ChangeSettled settled) {
        ChangeMatches matches = new ChangeMatches(subscribers);
        matches.match(
                Optional.ofNullable(planned.get(settled.changeId())).stream().toList());
        planner.settled(settled, matches);
        matches.requireAll();
    }
}
