package dev.clausewatch.classifier.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.classifier.learn.ChangedText;
import dev.clausewatch.classifier.learn.DifferenceCuts;
import dev.clausewatch.classifier.learn.DifferenceOpinion;
import dev.clausewatch.classifier.learn.DifferenceStack;
import dev.clausewatch.classifier.learn.DirectionModel;
import dev.clausewatch.events.Direction;
import dev.clausewatch.events.Severity;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What the shipped encoder says of plain changes. */
class ShippedDifferencesTest {

    private static final OnnxEncoder ENCODER = OnnxEncoder.shipped().orElseThrow();
    private static final double[] NO_QUICK_OPINION = new double[DirectionModel.LABELS.size()];

    @AfterAll
    static void close() {
        ENCODER.close();
    }

    @Test
    void aNewBanIsWorseAndABanThatGoesIsBetter() {
        String ban = "You may not use the service to develop models that compete with ours.";

        assertEquals(Direction.WORSE, direction("", ban));
        assertEquals(Direction.BETTER, direction(ban, ""));
    }

    @Test
    void aRenamingIsNeitherAndOfLittleConsequence() {
        DifferenceOpinion opinion =
                opinion("Halvorin Drive is part of the service.", "Halvorin Cloud is part of the service.");

        assertEquals(Direction.NEUTRAL, opinion.direction(NO_QUICK_OPINION).direction());
        assertEquals(Severity.LOW, opinion.severity());
    }

    @Test
    void seesTheTypeThatTheChangedWordsConcern() {
        DifferenceOpinion opinion = opinion(
                "We keep your data in the European Union.",
                "We keep your data in the European Union. Any dispute goes to binding arbitration.");

        assertTrue(opinion.concerns("dispute-resolution"));
        assertFalse(opinion.concerns("trackers"));
    }

    @Test
    void cutsOfAnotherEncoderAreRefusedAndAClosedOneGivesNoOpinion() {
        DifferenceCuts others = new DifferenceCuts("encoder-of-others", 1, 0.5);
        assertThrows(IllegalArgumentException.class, () -> new DifferenceStack(ENCODER, others));

        OnnxEncoder closed = OnnxEncoder.open(Examples.files()).orElseThrow();
        DifferenceStack stack = new DifferenceStack(closed, new DifferenceCuts(closed.id(), 1, 0.5));
        closed.close();
        assertEquals(Optional.empty(), stack.ask(new ChangedText("Terms of Service", "", "old", "new")));
    }

    private static Direction direction(String before, String after) {
        return opinion(before, after).direction(NO_QUICK_OPINION).direction();
    }

    private static DifferenceOpinion opinion(String before, String after) {
        return DifferenceStack.opinion(ENCODER, new ChangedText("Terms of Service", "", before, after));
    }
}
