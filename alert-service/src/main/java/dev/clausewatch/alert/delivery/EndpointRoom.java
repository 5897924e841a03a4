package dev.clausewatch.alert.delivery;

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
final class EndpointRoom {

    private final LaneRoom main;
    private final LaneRoom slow;

    EndpointRoom(int mostMain, int mostSlow, int mostPerSubscription, int mostPerHost) {
        this.main = new LaneRoom(mostMain, mostPerSubscription, mostPerHost);
        this.slow = new LaneRoom(mostSlow, 1, mostPerHost);
    }

    /** The slot that one delivery occupies. */
    static final class Place {

        private final DueDelivery due;
        private Lane lane;

        private Place(DueDelivery due, Lane lane) {
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
        Set<String> subscriptions = new HashSet<>(room(lane).fullSubscriptions());
        subscriptions.addAll(room(other(lane)).subscriptions());
        return new Full(subscriptions, room(lane).fullHosts());
    }

    /** How many more there may be in a lane. */
    synchronized int free(Lane lane) {
        return room(lane).most() - room(lane).taken();
    }

    /** How many are in hand in all. */
    synchronized int taken() {
        return main.taken() + slow.taken();
    }

    /** Assigns free slots round robin: the first delivery of each subscription before the second of any. */
    synchronized List<Place> enter(Lane lane, List<DueDelivery> due) {
        List<Place> entered = new ArrayList<>();
        for (DueDelivery one : byTurns(lane, due)) {
            if (hasPlaceFor(lane, one)) {
                room(lane).add(one);
                entered.add(new Place(one, lane));
            }
        }
        return entered;
    }

    synchronized void leave(Place place) {
        room(place.lane).remove(place.due);
    }

    /** Whether the place is in this lane now. */
    synchronized boolean isIn(Lane lane, Place place) {
        return place.lane == lane;
    }

    /** Whether its subscription has deliveries in the slow lane, so that it may not use the main lane. */
    synchronized boolean isHeldUp(Place place) {
        return place.lane == Lane.MAIN && slow.of(place.due.subscriptionId()) > 0;
    }

    /** Moves what takes long into the slow lane; false if that is full or it is there. */
    synchronized boolean move(Place place) {
        if (place.lane == Lane.SLOW || slow.taken() >= slow.most()) {
            return false;
        }
        main.remove(place.due);
        slow.add(place.due);
        place.lane = Lane.SLOW;
        return true;
    }

    private List<DueDelivery> byTurns(Lane lane, List<DueDelivery> due) {
        Map<String, Integer> turns = new HashMap<>();
        record Turn(DueDelivery due, int turn) {}
        return due.stream()
                .map(one -> new Turn(
                        one,
                        turns.merge(
                                one.subscriptionId(), room(lane).of(one.subscriptionId()) + 1, (n, first) -> n + 1)))
                .sorted(Comparator.comparingInt(Turn::turn))
                .map(Turn::due)
                .toList();
    }

    private boolean hasPlaceFor(Lane lane, DueDelivery due) {
        return room(lane).hasPlaceFor(due)
                && room(other(lane)).of(due.subscriptionId()) == 0
                && (lane == Lane.MAIN || slow.taken() < mostSlow(due.pace()));
    }

    /** Failing endpoints leave slots for new ones, and both leave slots for attempts that move from the main lane. */
    private int mostSlow(Pace pace) {
        return switch (pace) {
            case AILING -> Math.max(1, slow.most() / 2);
            case NEW, PROMPT -> Math.max(1, slow.most() * 3 / 4);
        };
    }

    private LaneRoom room(Lane lane) {
        return lane == Lane.MAIN ? main : slow;
    }

    private static Lane other(Lane lane) {
        return lane == Lane.MAIN ? Lane.SLOW : Lane.MAIN;
    }
}
