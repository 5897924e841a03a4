package dev.clausewatch.alert.queue;

import static dev.clausewatch.alert.ledger.Lane.MAIN;
import static dev.clausewatch.alert.ledger.Lane.SLOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.alert.ledger.EndpointHealth;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConcurrencyLimiterTest {

    private final ConcurrencyLimiter limiter = new ConcurrencyLimiter(6, 8, 2, 4);

    @Test
    void aSubscriptionHasItsShareOfTheMainLaneAndNoMore() {
        List<ConcurrencyLimiter.Slot> slots = limiter.enter(MAIN, List.of(due("a", 1), due("a", 2), due("a", 3)));

        assertEquals(List.of("a1", "a2"), ids(slots));
        assertEquals(Set.of("a"), limiter.full(MAIN).subscriptions());
        slots.forEach(limiter::leave);
        assertEquals(Set.of(), limiter.full(MAIN).subscriptions());
        assertEquals(6, limiter.free(MAIN));
    }

    @Test
    void theFirstOfEachSubscriptionComesBeforeTheSecondOfAny() {
        List<DueDelivery> due = Stream.of("a", "b", "c", "d")
                .flatMap(subscription -> Stream.of(due(subscription, 1), due(subscription, 2)))
                .toList();

        assertEquals(List.of("a1", "b1", "c1", "d1", "a2", "b2"), ids(limiter.enter(MAIN, due)));
    }

    @Test
    void aHostHasItsShareOfALaneAndNoMore() {
        List<DueDelivery> due = IntStream.range(0, 6)
                .mapToObj(i -> new DueDelivery("d" + i, "s" + i, "one.example", EndpointHealth.PROMPT))
                .toList();

        assertEquals(4, limiter.enter(MAIN, due).size());
        assertEquals(Set.of("one.example"), limiter.full(MAIN).hosts());
        assertEquals(List.of("a1"), ids(limiter.enter(MAIN, List.of(due("a", 1)))));
        assertEquals(Set.of(), limiter.full(SLOW).hosts());
    }

    @Test
    void inTheSlowLaneASubscriptionIsTriedOneAtATime() {
        List<DueDelivery> due = List.of(ailing("a", 1), ailing("a", 2), ailing("b", 1));

        assertEquals(List.of("a1", "b1"), ids(limiter.enter(SLOW, due)));
    }

    @Test
    void whatTakesLongLeavesTheMainLaneAndItsSubscriptionGetsNoMoreOfIt() {
        List<ConcurrencyLimiter.Slot> slots = limiter.enter(MAIN, List.of(due("a", 1), due("a", 2)));
        ConcurrencyLimiter.Slot hanging = slots.getFirst();

        assertTrue(limiter.move(hanging));
        assertFalse(limiter.move(hanging));

        assertEquals(5, limiter.free(MAIN));
        assertEquals(7, limiter.free(SLOW));
        assertTrue(limiter.isBlockedBySlowLane(slots.getLast()));
        assertEquals(List.of(), ids(limiter.enter(MAIN, List.of(due("a", 3)))));
        limiter.leave(hanging);
        assertFalse(limiter.isBlockedBySlowLane(slots.getLast()));
        assertEquals(8, limiter.free(SLOW));
    }

    @Test
    void endpointsKnownToAilLeavePlacesForNewOnesAndBothForWhatMovesOver() {
        assertEquals(
                4, limiter.enter(SLOW, many("ailing", EndpointHealth.AILING)).size());
        assertEquals(2, limiter.enter(SLOW, many("new", EndpointHealth.NEW)).size());
        List<ConcurrencyLimiter.Slot> hanging = limiter.enter(MAIN, List.of(due("a", 1), due("b", 1), due("c", 1)));

        assertEquals(
                List.of(true, true, false), hanging.stream().map(limiter::move).toList());
    }

    private static List<DueDelivery> many(String name, EndpointHealth pace) {
        return IntStream.range(0, 20)
                .mapToObj(i -> new DueDelivery(name + i, name + i, name + i + ".example", pace))
                .toList();
    }

    private static DueDelivery due(String subscription, int number) {
        return new DueDelivery(subscription + number, subscription, subscription + ".example", EndpointHealth.PROMPT);
    }

    private static DueDelivery ailing(String subscription, int number) {
        return new DueDelivery(subscription + number, subscription, subscription + ".example", EndpointHealth.AILING);
    }

    private static List<String> ids(List<ConcurrencyLimiter.Slot> slots) {
        return slots.stream().map(slot -> slot.due().id()).toList();
    }
}
