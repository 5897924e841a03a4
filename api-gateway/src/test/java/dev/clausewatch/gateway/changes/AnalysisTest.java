package dev.clausewatch.gateway.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.Assessment;
import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.Difference;
import dev.clausewatch.events.Direction;
import dev.clausewatch.events.EngagedLaw;
import dev.clausewatch.events.EventType;
import dev.clausewatch.events.ForceOnDay;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.RegisterPublished;
import dev.clausewatch.events.Severity;
import dev.clausewatch.gateway.register.Register;
import dev.clausewatch.testing.CanonicalEvents;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnalysisTest {

    private static final Register REGISTER =
            new Register((RegisterPublished) CanonicalEvents.of(EventType.REGISTER_PUBLISHED));

    private static final EngagedLaw TFEU_102 = new EngagedLaw("eu-tfeu-102", null, false);

    @Test
    void tellsWhatTheClassifierSaidAndTheQuestionsApart() {
        Analysis analysis = analysis("non-compete", 0.9, LocalDate.parse("2026-03-01"));
        assertNotNull(analysis);
        assertEquals(List.of("Worse for users: a ban is added: “may not use”."), analysis.lines());
        assertEquals(List.of("Do you use it in a way that comes under “compete”?"), analysis.questions());
        assertEquals(List.of("EU"), analysis.jurisdictionFlags());
        assertNull(analysis.interpretiveNote());
        assertTrue(analysis.boundary().contains("not a legal determination"));
    }

    @Test
    void saysWhatTheMachineIsNotSureOf() {
        Analysis analysis = analysis("non-compete", 0.45, LocalDate.parse("2026-03-01"));
        assertNotNull(analysis);
        assertTrue(String.valueOf(analysis.interpretiveNote()).contains("Non-compete"));
    }

    @Test
    void flagsNoPlaceWhoseLawDidNotApplyThatDay() {
        LocalDate before = LocalDate.parse("2009-11-30");
        assertEquals(
                ForceOnDay.Force.APPLIES_LATER, REGISTER.law(TFEU_102, before).force());
        Analysis analysis = analysis("non-compete", 0.9, before);
        assertNotNull(analysis);
        assertEquals(List.of(), analysis.jurisdictionFlags());
    }

    @Test
    void isAbsentWhereNothingWasToldOfTheChange() {
        assertNull(Analysis.of(provision("non-compete", 0.9), List.of(), REGISTER));
    }

    private static @Nullable Analysis analysis(String type, double confidence, LocalDate day) {
        Difference difference = new Difference(
                List.of(type),
                List.of(),
                Direction.WORSE,
                null,
                "Users may not compete",
                List.of(
                        "Worse for users: a ban is added: “may not use”.",
                        "Do you use it in a way that comes under “compete”?"));
        return Analysis.of(
                provision(type, confidence).withDifference(difference), List.of(REGISTER.law(TFEU_102, day)), REGISTER);
    }

    private static ClassifiedProvision provision(String type, double confidence) {
        return new ClassifiedProvision(
                "p",
                Assessment.ASSESSED,
                null,
                List.of(new ProvisionType(type, confidence, List.of())),
                List.of(),
                List.of("eu-tfeu-102"),
                Materiality.MATERIAL,
                Severity.HIGH,
                "Adds a ban.",
                List.of("no-notice-or-sole-discretion"));
    }
}
