package dev.clausewatch.alert.delivery;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How many more attempts may be under way, in all and per subscription, so that one that hangs cannot hold the others up. A
 * subscription whose last attempt got no answer is tried one at a time, and all such together get half of the room. Thread-safe.
 */
final class EndpointRoom {

    private final int most;
    private final int mostPerSubscription;
    private final Map<String, Integer> underWay = new HashMap<>();
    private final Set<String> ailing = new HashSet<>();
    private int total;
    private int totalAiling;

    EndpointRoom(int most, int mostPerSubscription) {
        this.most = most;
        this.mostPerSubscription = mostPerSubscription;
    }

    /** How many more there may be in all. */
    synchronized int free() {
        return most - total;
    }

    /** How many are under way. */
    synchronized int taken() {
        return total;
    }

    /** How many more each subscription may have; those that are not in it have {@code mostPerSubscription}. */
    synchronized Map<String, Integer> exceptions() {
        Map<String, Integer> places = new HashMap<>();
        underWay.forEach((subscription, count) -> places.put(subscription, Math.max(0, mostPerSubscription - count)));
        boolean full = totalAiling >= Math.max(1, most / 2);
        for (String subscription : ailing) {
            places.put(subscription, full || underWay.containsKey(subscription) ? 0 : 1);
        }
        return places;
    }

    synchronized void enter(String subscription) {
        int unused = underWay.merge(subscription, 1, Integer::sum);
        total++;
        if (ailing.contains(subscription)) {
            totalAiling++;
        }
    }

    /** An attempt ended, and the endpoint hangs or does not. */
    synchronized void leave(String subscription, boolean hangs) {
        int before = underWay.getOrDefault(subscription, 0);
        if (before <= 1) {
            underWay.remove(subscription);
        } else {
            underWay.put(subscription, before - 1);
        }
        total--;
        boolean changed = hangs ? ailing.add(subscription) : ailing.remove(subscription);
        if (changed || hangs) {
            totalAiling = ailing.stream()
                    .mapToInt(one -> underWay.getOrDefault(one, 0))
                    .sum();
        }
    }
}
