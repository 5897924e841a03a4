package dev.clausewatch.alert.queue;

import dev.clausewatch.alert.ledger.EndpointHealth;
import dev.clausewatch.alert.ledger.Lane;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Limits the deliveries in flight, so that hanging, slow or failing endpoints do not block the others (bulkhead). Prompt endpoints use the
 * main lane. All others use the slow lane, one delivery at a time each; an attempt that takes long in the main lane moves to the slow lane.
 * No host can fill a lane, and no subscription is in both lanes. Thread-safe.
 */
final class ConcurrencyLimiter {

    private final LaneUsage main;
    private final LaneUsage slow;

    ConcurrencyLimiter(int mostMain, int mostSlow, int mostPerSubscription, int mostPerHost) {
        this.main = new LaneUsage(mostMain, mostPerSubscription, mostPerHost);
        this.slow = new LaneUsage(mostSlow, 1, mostPerHost);
    }

    /** The slot that one delivery occupies. */
    static final class Slot {

        private final DueDelivery due;
        private Lane lane;

        private Slot(DueDelivery due, Lane lane) {
            this.due = due;
            this.lane = lane;
        }

        DueDelivery due() {
            return due;
        }
    }

    /** Subscriptions and hosts without a free slot. */
    record Full(Set<String> subscriptions, Set<String> hosts) {}

    synchronized Full full(Lane lane) {
        Set<String> subscriptions = new HashSet<>(usage(lane).fullSubscriptions());
        subscriptions.addAll(usage(other(lane)).subscriptions());
        return new Full(subscriptions, usage(lane).fullHosts());
    }

    /** How many more there may be in a lane. */
    synchronized int free(Lane lane) {
        return usage(lane).most() - usage(lane).taken();
    }

    /** How many are in hand in all. */
    synchronized int taken() {
        return main.taken() + slow.taken();
    }

    /** Assigns free slots round robin: the first delivery of each subscription before the second of any. */
    synchronized List<Slot> enter(Lane lane, List<DueDelivery> due) {
        List<Slot> entered = new ArrayList<>();
        for (DueDelivery one : roundRobin(lane, due)) {
            if (hasSlotFor(lane, one)) {
                usage(lane).add(one);
                entered.add(new Slot(one, lane));
            }
        }
        return entered;
    }

    synchronized void leave(Slot slot) {
        usage(slot.lane).remove(slot.due);
    }

    /** Whether the place is in this lane now. */
    synchronized boolean isIn(Lane lane, Slot slot) {
        return slot.lane == lane;
    }

    /** Whether its subscription has deliveries in the slow lane, so that it may not use the main lane. */
    synchronized boolean isBlockedBySlowLane(Slot slot) {
        return slot.lane == Lane.MAIN && slow.of(slot.due.subscriptionId()) > 0;
    }

    /** Moves what takes long into the slow lane; false if that is full or it is there. */
    synchronized boolean move(Slot slot) {
        if (slot.lane == Lane.SLOW || slow.taken() >= slow.most()) {
            return false;
        }
        main.remove(slot.due);
        slow.add(slot.due);
        slot.lane = Lane.SLOW;
        return true;
    }

    private List<DueDelivery> roundRobin(Lane lane, List<DueDelivery> due) {
        Map<String, Integer> turns = new HashMap<>();
        record Turn(DueDelivery due, int turn) {}
        return due.stream()
                .map(one -> new Turn(
                        one,
                        turns.merge(
                                one.subscriptionId(), usage(lane).of(one.subscriptionId()) + 1, (n, first) -> n + 1)))
                .sorted(Comparator.comparingInt(Turn::turn))
                .map(Turn::due)
                .toList();
    }

    private boolean hasSlotFor(Lane lane, DueDelivery due) {
        return usage(lane).hasSlotFor(due)
                && usage(other(lane)).of(due.subscriptionId()) == 0
                && (lane == Lane.MAIN || slow.taken() < mostSlow(due.pace()));
    }

    /** Failing endpoints leave slots for new ones, and both leave slots for attempts that move from the main lane. */
    private int mostSlow(EndpointHealth pace) {
        return switch (pace) {
            case AILING -> Math.max(1, slow.most() / 2);
            case NEW, PROMPT -> Math.max(1, slow.most() * 3 / 4);
        };
    }

    private LaneUsage usage(Lane lane) {
        return lane == Lane.MAIN ? main : slow;
    }

    private static Lane other(Lane lane) {
        return lane == Lane.MAIN ? Lane.SLOW : Lane.MAIN;
    }
}
