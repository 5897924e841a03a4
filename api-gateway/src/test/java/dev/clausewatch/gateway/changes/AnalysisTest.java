package dev.clausewatch.gateway.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.Assessment;
import dev.clausewatch.events.ClassifiedProvision;
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
    void isPutTogetherFromTypesAndLaws() {
        Analysis analysis = analysis("non-compete", 0.9, LocalDate.parse("2026-03-01"));
        assertNotNull(analysis);
        assertEquals("HIGH", analysis.governanceExposure());
        assertEquals(List.of("EU"), analysis.jurisdictionFlags());
        assertTrue(analysis.impact().getFirst().startsWith("You may have to keep"));
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
    void isAbsentWhereTheRegisterSaysNothing() {
        assertNull(analysis("unheard-of", 0.9, LocalDate.parse("2026-03-01")));
    }

    private static @Nullable Analysis analysis(String type, double confidence, LocalDate day) {
        ClassifiedProvision provision = new ClassifiedProvision(
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
        return Analysis.of(provision, List.of(REGISTER.law(TFEU_102, day)), REGISTER);
    }
}
