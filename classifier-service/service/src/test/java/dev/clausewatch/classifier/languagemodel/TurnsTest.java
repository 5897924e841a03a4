package dev.clausewatch.classifier.languagemodel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private final Turns turns = new Turns();

    @Test
    void whatDidNotFailComesBeforeWhatDid() {
        assertEquals(List.of("a", "b"), turns.next(List.of("a", "b", "c"), 2, START));
        turns.failed("a", START);
        turns.failed("b", START.plusSeconds(1));
        assertEquals(List.of("c", "a"), turns.next(List.of("a", "b", "c"), 2, START.plusSeconds(120)));
        turns.failed("a", START.plusSeconds(120));
        assertEquals(List.of("c", "b", "a"), turns.next(List.of("a", "b", "c"), 3, START.plusSeconds(240)));
    }

    @Test
    void whatFailedIsLeftAloneForAMinute() {
        turns.failed("a", START);
        assertEquals(List.of("b"), turns.next(List.of("a", "b"), 2, START.plusSeconds(59)));
        assertEquals(List.of("b", "a"), turns.next(List.of("a", "b"), 2, START.plusSeconds(60)));
    }
}
