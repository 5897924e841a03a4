package dev.clausewatch.alert.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EndpointRoomTest {

    private final EndpointRoom room = new EndpointRoom(4, 2);

    @Test
    void aSubscriptionHasItsShareAndNoMore() {
        room.enter("a");
        assertEquals(Map.of("a", 1), room.exceptions());
        room.enter("a");
        assertEquals(Map.of("a", 0), room.exceptions());
        assertEquals(2, room.free());
        room.leave("a", false);
        room.leave("a", false);
        assertEquals(Map.of(), room.exceptions());
        assertEquals(4, room.free());
    }

    @Test
    void oneThatHangsIsTriedOneAtATimeUntilItAnswers() {
        room.enter("a");
        room.leave("a", true);
        assertEquals(Map.of("a", 1), room.exceptions());
        room.enter("a");
        assertEquals(Map.of("a", 0), room.exceptions());
        room.leave("a", false);
        assertEquals(Map.of(), room.exceptions());
    }

    @Test
    void thoseThatHangGetHalfOfTheRoomTogether() {
        for (String subscription : new String[] {"a", "b", "c"}) {
            room.enter(subscription);
            room.leave(subscription, true);
        }
        room.enter("a");
        room.enter("b");
        assertEquals(Map.of("a", 0, "b", 0, "c", 0), room.exceptions());
        room.leave("a", true);
        assertEquals(Map.of("a", 1, "b", 0, "c", 1), room.exceptions());
    }
}
