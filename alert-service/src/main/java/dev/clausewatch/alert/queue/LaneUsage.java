package dev.clausewatch.alert.queue;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How many deliveries of a lane are in hand, in all, per subscription and per host. Not thread-safe. */
final class LaneUsage {

    private final int most;
    private final int mostPerSubscription;
    private final int mostPerHost;
    private final Map<String, Integer> bySubscription = new HashMap<>();
    private final Map<String, Integer> byHost = new HashMap<>();
    private int taken;

    LaneUsage(int most, int mostPerSubscription, int mostPerHost) {
        this.most = most;
        this.mostPerSubscription = mostPerSubscription;
        this.mostPerHost = mostPerHost;
    }

    int most() {
        return most;
    }

    int taken() {
        return taken;
    }

    int of(String subscriptionId) {
        return bySubscription.getOrDefault(subscriptionId, 0);
    }

    boolean hasSlotFor(DueDelivery due) {
        return taken < most
                && of(due.subscriptionId()) < mostPerSubscription
                && byHost.getOrDefault(due.host(), 0) < mostPerHost;
    }

    void add(DueDelivery due) {
        taken++;
        int unusedCount = bySubscription.merge(due.subscriptionId(), 1, Integer::sum);
        int unused = byHost.merge(due.host(), 1, Integer::sum);
    }

    void remove(DueDelivery due) {
        taken--;
        removeOne(bySubscription, due.subscriptionId());
        removeOne(byHost, due.host());
    }

    Set<String> subscriptions() {
        return Set.copyOf(bySubscription.keySet());
    }

    Set<String> fullSubscriptions() {
        return full(bySubscription, mostPerSubscription);
    }

    Set<String> fullHosts() {
        return full(byHost, mostPerHost);
    }

    private static Set<String> full(Map<String, Integer> counts, int most) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= most)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static void removeOne(Map<String, Integer> counts, String key) {
        counts.computeIfPresent(key, (same, count) -> count == 1 ? null : count - 1);
    }
}
