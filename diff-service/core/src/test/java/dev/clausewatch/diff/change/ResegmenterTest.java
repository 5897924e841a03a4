package dev.clausewatch.diff.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.clausewatch.diff.align.ProvisionAligner;
import dev.clausewatch.diff.align.TrackedProvision;
import dev.clausewatch.diff.segment.Provision;
import dev.clausewatch.diff.segment.Segmenter;
import dev.clausewatch.events.ToolVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResegmenterTest {

    private static final ToolVersion EARLIER = new ToolVersion("clausewatch-provisions", "0");
    private static final String FIRST = "You may leave at any time.\n\nYou pay ten euros a month.\n";
    private static final String SECOND = "You may leave at any time.\n\nYou pay twelve euros a month.\n";

    private final Resegmenter resegmenter = new Resegmenter(new Segmenter(), new ProvisionAligner());

    @Test
    void whatIsCutAlikeKeepsItsIdAndTheRestGetsTheSameOneInEveryVersion() {
        SegmentedText first =
                resegmenter.resegment(cutAsOne("old", FIRST), null).reading();
        SegmentedText second =
                resegmenter.resegment(cutAsOne("old", SECOND), first).reading();
        assertEquals(2, first.provisions().size());
        assertEquals(ids(first), ids(second));
        assertNotEquals(ids(first).get(0), ids(first).get(1));
    }

    @Test
    void aTextThatThisSegmenterCutStaysAsItIs() {
        SegmentedText first =
                resegmenter.resegment(cutAsOne("old", FIRST), null).reading();
        assertEquals(first, resegmenter.resegment(first, null).reading());
    }

    /** As a segmenter would that takes a whole text for one clause. */
    private static SegmentedText cutAsOne(String id, String text) {
        String clause = text.strip();
        Provision whole = Provision.of(List.of(), null, clause, 0, clause.length());
        return new SegmentedText(text, EARLIER, List.of(new TrackedProvision(id, whole)));
    }

    private static List<String> ids(SegmentedText reading) {
        return reading.provisions().stream().map(TrackedProvision::id).toList();
    }
}
