package dev.clausewatch.classifier.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.classifier.reader.Question;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.EvidenceSpan;
import dev.clausewatch.events.MachineReading;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.Side;
import dev.clausewatch.events.TouchedProvision;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelReadingsTest {

    private static final Classifier CLASSIFIER = Classifier.shipped();
    private static final Instant TIME = Instant.parse("2026-03-01T10:00:00Z");
    private static final String RENEWS = "Your plan renews automatically each month until you cancel it.";
    private static final ChangeDetected CHANGE = Changes.change(Changes.added(RENEWS));
    private static final Classified BUILT_IN = CLASSIFIER.classify(CHANGE, Materiality.MINOR);
    private static final MachineReading READ =
            MachineReading.read(List.of(type("fees-or-refunds", Side.AFTER, 0, 9)), "test-model", TIME);

    private static ProvisionType type(String id, Side side, int start, int end) {
        return new ProvisionType(id, 1, List.of(new EvidenceSpan(side, start, end, "language-model/test-model")));
    }

    private static Classified classified(MachineReading reading, boolean decide, Map<String, Review> reviews) {
        return CLASSIFIER.classify(
                CHANGE, Materiality.MINOR, reviews, new ModelReadings(Map.of("p1", reading), decide));
    }

    private static MachineReading reading(Classified classified) {
        MachineReading reading = classified.provisions().getFirst().machineReading();
        assertNotNull(reading);
        return reading;
    }

    @Test
    void besideTheModelDecidesNothingAndTheDifferenceShows() {
        Classified beside = classified(READ, false, Map.of());
        ClassifiedProvision builtIn = BUILT_IN.provisions().getFirst();
        assertNull(builtIn.machineReading());
        assertEquals(BUILT_IN.meaning(), beside.meaning());
        assertEquals(builtIn, beside.provisions().getFirst().withMachineReading(null));
        MachineReading reading = reading(beside);
        assertFalse(reading.decides());
        assertEquals(builtIn.types(), reading.builtIn());
        assertEquals(List.of("fees-or-refunds"), reading.onlyMachine());
        assertEquals(List.of("auto-renewal-or-cancellation"), reading.onlyBuiltIn());
    }

    @Test
    void whereTheModelDecidesAllElseFollows() {
        Classified decided = classified(READ, true, Map.of());
        ClassifiedProvision provision = decided.provisions().getFirst();
        assertEquals(READ.types(), provision.types());
        assertEquals(CLASSIFIER.register().areasOf(List.of("fees-or-refunds")), provision.areas());
        assertEquals(List.of(), provision.instruments());
        assertEquals(List.of("fees-or-refunds"), decided.meaning().types());
        MachineReading reading = reading(decided);
        assertTrue(reading.decides());
        assertEquals(BUILT_IN.provisions().getFirst().types(), reading.builtIn());
    }

    @Test
    void whereTheModelHasNoAnswerTheBuiltInOneStandsAndThatIsSaid() {
        Classified failed = classified(MachineReading.unavailable("failed", "test-model", TIME), true, Map.of());
        assertEquals(BUILT_IN.meaning(), failed.meaning());
        MachineReading reading = reading(failed);
        assertFalse(reading.decides());
        assertEquals(MachineReading.Status.UNAVAILABLE, reading.status());
        assertEquals("failed", reading.reason());
        assertEquals(List.of(), reading.onlyBuiltIn());
    }

    @Test
    void thatThereIsNoTypeTakesNoneAway() {
        Classified emptied = classified(MachineReading.read(List.of(), "test-model", TIME), true, Map.of());
        assertEquals(BUILT_IN.meaning(), emptied.meaning());
        assertFalse(reading(emptied).decides());
        assertEquals(List.of("auto-renewal-or-cancellation"), reading(emptied).onlyBuiltIn());
    }

    @Test
    void aReviewerWinsOverTheModel() {
        Classified corrected = classified(READ, true, Map.of("p1", new Review(List.of("non-compete"), null)));
        assertEquals(List.of("non-compete"), corrected.meaning().types());
        MachineReading reading = reading(corrected);
        assertFalse(reading.decides());
        assertEquals(List.of("fees-or-refunds"), reading.onlyMachine());
    }

    @Test
    void whatWasReadBeforeIsReadOffTheAnswer() {
        List<ClassifiedProvision> before = classified(READ, true, Map.of()).provisions();
        Classified again = CLASSIFIER.classify(CHANGE, Materiality.MINOR, Map.of(), ModelReadings.of(before, false));
        assertEquals(BUILT_IN.meaning(), again.meaning());
        assertEquals(READ.types(), reading(again).types());
        assertFalse(reading(again).decides());
    }

    @Test
    void theOldWordsAreAskedAboutWhereSomeWentAway() {
        assertEquals(List.of(Side.AFTER), sides(Changes.added(RENEWS)));
        assertEquals(List.of(Side.BEFORE), sides(Changes.removed(RENEWS)));
        assertEquals(List.of(Side.AFTER), sides(Changes.edited("Your plan renews.", RENEWS)));
        assertEquals(List.of(Side.AFTER, Side.BEFORE), sides(Changes.edited(RENEWS, "Your plan renews.")));
    }

    private static List<Side> sides(TouchedProvision touched) {
        return ProvisionReading.questions("Terms of Service", touched).stream()
                .map(Question::side)
                .toList();
    }

    @Test
    void aTypeWhoseOldWordsWentAwayIsOneOfTheChange() {
        TouchedProvision touched = Changes.edited(RENEWS, "Your plan renews.");
        ProvisionType gone = type("auto-renewal-or-cancellation", Side.BEFORE, 37, 61);
        ProvisionType stays = type("fees-or-refunds", Side.BEFORE, 0, 9);
        assertEquals(
                List.of(gone),
                ProvisionReading.types(touched, Map.of(Side.AFTER, List.of(), Side.BEFORE, List.of(gone, stays))));
    }

    @Test
    void whatIsJudgedToMatterLittleIsNotAskedAbout() {
        assertTrue(ProvisionReading.isWorthAsking(BUILT_IN.provisions().getFirst()));
        Classified spelt = CLASSIFIER.classify(
                Changes.change(Changes.edited("Your plan renews each month", "Your plan renews each month.")),
                Materiality.MINOR);
        assertFalse(ProvisionReading.isWorthAsking(spelt.provisions().getFirst()));
    }
}
