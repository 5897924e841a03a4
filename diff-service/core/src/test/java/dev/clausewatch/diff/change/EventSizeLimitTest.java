package dev.clausewatch.diff.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.diff.Texts;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.EventCodec;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EventSizeLimitTest {

    private final ChangeDetected change = large();

    @Test
    void leavesAChangeThatFitsAsItIs() {
        assertSame(change, EventSizeLimit.fit(change, size(change)));
    }

    @Test
    void dropsWordDiffsFirst() {
        ChangeDetected fitting = EventSizeLimit.fit(change, size(change) - 1);
        assertTrue(fitting.touched().stream().allMatch(touched -> touched.diff().isEmpty()));
        assertEquals(
                change.touched().getFirst().before(),
                fitting.touched().getFirst().before());
        assertEquals(change.provisions(), fitting.provisions());
    }

    @Test
    void keepsEveryProvisionWhenEvenTheTextsAreTooMuch() {
        int limit = size(change) * 2 / 5;
        ChangeDetected fitting = EventSizeLimit.fit(change, limit);
        assertTrue(size(fitting) <= limit);
        assertEquals(change.touched().size(), fitting.touched().size());
        assertEquals(change.provisions().size(), fitting.provisions().size());
    }

    @Test
    void listsTheFirstTouchedProvisionsAndSaysSoWhenNothingElseHelps() {
        int limit = size(change) / 8;
        ChangeDetected fitting = EventSizeLimit.fit(change, limit);
        assertTrue(fitting.touched().size() < change.touched().size());
        assertEquals(
                change.touched().getFirst().provisionId(),
                fitting.touched().getFirst().provisionId());
        assertTrue(Story.hasSignal(fitting, "shortened"));
        assertEquals(change.provisions().size(), fitting.provisions().size());
    }

    private static int size(ChangeDetected change) {
        return EventCodec.write(change).length;
    }

    private static ChangeDetected large() {
        List<String> clauses = Texts.clauses(new Random(7), 300);
        Story story = new Story();
        story.captured(Texts.document(clauses));
        return story.captured(Texts.document(
                clauses.stream().map(clause -> clause.replace(" ma", " not ma")).toList()));
    }
}
