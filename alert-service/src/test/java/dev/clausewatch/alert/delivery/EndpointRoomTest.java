package dev.clausewatch.alert.delivery;

import static dev.clausewatch.alert.delivery.Lane.MAIN;
import static dev.clausewatch.alert.delivery.Lane.SLOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EndpointRoomTest {

    private final EndpointRoom room = new EndpointRoom(6, 8, 2, 4);

    @Test
    void aSubscriptionHasItsShareOfTheMainLaneAndNoMore() {
        List<EndpointRoom.Place> places = room.enter(MAIN, List.of(due("a", 1), due("a", 2), due("a", 3)));

        assertEquals(List.of("a1", "a2"), ids(places));
        assertEquals(Set.of("a"), room.full(MAIN).subscriptions());
        places.forEach(room::leave);
        assertEquals(Set.of(), room.full(MAIN).subscriptions());
        assertEquals(6, room.free(MAIN));
    }

    @Test
    void theFirstOfEachSubscriptionComesBeforeTheSecondOfAny() {
        List<DueDelivery> due = Stream.of("a", "b", "c", "d")
                .flatMap(subscription -> Stream.of(due(subscription, 1), due(subscription, 2)))
                .toList();

        assertEquals(List.of("a1", "b1", "c1", "d1", "a2", "b2"), ids(room.enter(MAIN, due)));
    }

    @Test
    void aHostHasItsShareOfALaneAndNoMore() {
        List<DueDelivery> due = IntStream.range(0, 6)
                .mapToObj(i -> new DueDelivery("d" + i, "s" + i, "one.example", Pace.PROMPT))
                .toList();

        assertEquals(4, room.enter(MAIN, due).size());
        assertEquals(Set.of("one.example"), room.full(MAIN).hosts());
        assertEquals(List.of("a1"), ids(room.enter(MAIN, List.of(due("a", 1)))));
        assertEquals(Set.of(), room.full(SLOW).hosts());
    }

    @Test
    void inTheSlowLaneASubscriptionIsTriedOneAtATime() {
        List<DueDelivery> due = List.of(ailing("a", 1), ailing("a", 2), ailing("b", 1));

        assertEquals(List.of("a1", "b1"), ids(room.enter(SLOW, due)));
    }

    @Test
    void whatTakesLongLeavesTheMainLaneAndItsSubscriptionGetsNoMoreOfIt() {
        List<EndpointRoom.Place> places = room.enter(MAIN, List.of(due("a", 1), due("a", 2)));
        EndpointRoom.Place hanging = places.getFirst();

        assertTrue(room.move(hanging));
        assertFalse(room.move(hanging));

        assertEquals(5, room.free(MAIN));
        assertEquals(7, room.free(SLOW));
        assertTrue(room.isHeldUp(places.getLast()));
        assertEquals(List.of(), ids(room.enter(MAIN, List.of(due("a", 3)))));
        room.leave(hanging);
        assertFalse(room.isHeldUp(places.getLast()));
        assertEquals(8, room.free(SLOW));
    }

    @Test
    void endpointsKnownToAilLeavePlacesForNewOnesAndBothForWhatMovesOver() {
        assertEquals(4, room.enter(SLOW, many("ailing", Pace.AILING)).size());
        assertEquals(2, room.enter(SLOW, many("new", Pace.NEW)).size());
        List<EndpointRoom.Place> hanging = room.enter(MAIN, List.of(due("a", 1), due("b", 1), due("c", 1)));

        assertEquals(
                List.of(true, true, false), hanging.stream().map(room::move).toList());
    }

    private static List<DueDelivery> many(String name, Pace pace) {
        return IntStream.range(0, 20)
                .mapToObj(i -> new DueDelivery(name + i, name + i, name + i + ".example", pace))
                .toList();
    }

    private static DueDelivery due(String subscription, int number) {
        return new DueDelivery(subscription + number, subscription, subscription + ".example", Pace.PROMPT);
    }

    private static DueDelivery ailing(String subscription, int number) {
        return new DueDelivery(subscription + number, subscription, subscription + ".example", Pace.AILING);
    }

    private static List<String> ids(List<EndpointRoom.Place> places) {
        return places.stream().map(place -> place.due().id()).toList();
    }
}
