package dev.clausewatch.alert.matching;

import static dev.clausewatch.alert.Changes.change;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clausewatch.events.Assessment;
import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.ClassificationCause;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.Origin;
import dev.clausewatch.events.Settlement;
import dev.clausewatch.events.Severity;
import dev.clausewatch.testing.ChangeEvents;
import org.junit.jupiter.api.Test;

class AlertTimingTest {

    @Test
    void anAlertingChangeIsToldAtOnce() {
        assertEquals(AlertTiming.NOW, AlertTiming.of(change("a").build()));
    }

    @Test
    void aPendingChangeWaits() {
        assertEquals(
                AlertTiming.WHEN_CONFIRMED,
                AlertTiming.of(change("a").settlement(Settlement.PENDING).build()));
    }

    @Test
    void aChangeThatDoesNotAlertIsSilent() {
        assertEquals(AlertTiming.NEVER, AlertTiming.of(change("a").silent().build()));
    }

    @Test
    void aCorrectionOrANewRulesetTellsNobody() {
        assertEquals(
                AlertTiming.NEVER,
                AlertTiming.of(change("a").cause(ClassificationCause.CORRECTION).build()));
        assertEquals(
                AlertTiming.NEVER,
                AlertTiming.of(
                        change("a").cause(ClassificationCause.RULESET_UPGRADE).build()));
    }

    @Test
    void valuesOfANewerReleaseNeverAlert() {
        assertEquals(
                AlertTiming.NEVER,
                AlertTiming.of(change("a").kind(ChangeKind.UNKNOWN).build()));
        assertEquals(
                AlertTiming.NEVER,
                AlertTiming.of(change("a").settlement(Settlement.UNKNOWN).build()));
        assertEquals(
                AlertTiming.NEVER,
                AlertTiming.of(change("a").severity(Severity.UNKNOWN).build()));
        assertEquals(
                AlertTiming.NEVER,
                AlertTiming.of(change("a").cause(ClassificationCause.UNKNOWN).build()));
    }

    @Test
    void whatCouldNotBeAssessedIsOfUnknownMaterialityAndAlerts() {
        ChangeClassified unread =
                change("a").assessment(Assessment.NOT_ASSESSED).build();

        assertEquals(
                AlertTiming.NOW,
                AlertTiming.of(ChangeEvents.classified(unread)
                        .materiality(Materiality.UNKNOWN)
                        .build()));
        assertEquals(
                AlertTiming.NEVER,
                AlertTiming.of(ChangeEvents.classified(change("a").build())
                        .materiality(Materiality.UNKNOWN)
                        .build()));
    }

    @Test
    void aSilentReturnOfAnAnnouncedTextIsToldAsRetraction() {
        assertEquals(AlertTiming.NOW, AlertTiming.of(change("b").reverting("a").build()));
    }

    @Test
    void aSilentReturnOfAnUnannouncedTextIsSilent() {
        assertEquals(AlertTiming.NEVER, AlertTiming.of(change("b").reverting().build()));
    }

    @Test
    void aTextThatIsHereAgainIsToldOnceItStands() {
        assertEquals(
                AlertTiming.WHEN_CONFIRMED,
                AlertTiming.of(change("c").reinstating("a").build()));
        assertEquals(
                AlertTiming.NEVER,
                AlertTiming.of(
                        change("c").reinstating("a").origin(Origin.IMPORT).build()));
    }

    @Test
    void anImportedReturnRetractsNothing() {
        assertEquals(
                AlertTiming.NEVER,
                AlertTiming.of(change("b").reverting("a").origin(Origin.IMPORT).build()));
    }
}
