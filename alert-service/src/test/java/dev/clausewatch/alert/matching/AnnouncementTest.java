package dev.clausewatch.alert.matching;

import static dev.clausewatch.alert.Changes.change;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.ClassificationCause;
import dev.clausewatch.events.Origin;
import dev.clausewatch.events.Settlement;
import dev.clausewatch.events.Severity;
import org.junit.jupiter.api.Test;

class AnnouncementTest {

    @Test
    void anAlertingChangeIsToldAtOnce() {
        assertEquals(Announcement.NOW, Announcement.of(change("a").build()));
    }

    @Test
    void aPendingChangeWaits() {
        assertEquals(
                Announcement.WHEN_CONFIRMED,
                Announcement.of(change("a").settlement(Settlement.PENDING).build()));
    }

    @Test
    void aChangeThatDoesNotAlertIsSilent() {
        assertEquals(Announcement.NEVER, Announcement.of(change("a").silent().build()));
    }

    @Test
    void aCorrectionOrANewRulesetTellsNobody() {
        assertEquals(
                Announcement.NEVER,
                Announcement.of(
                        change("a").cause(ClassificationCause.CORRECTION).build()));
        assertEquals(
                Announcement.NEVER,
                Announcement.of(
                        change("a").cause(ClassificationCause.RULESET_UPGRADE).build()));
    }

    @Test
    void valuesOfANewerReleaseNeverAlert() {
        assertEquals(
                Announcement.NEVER,
                Announcement.of(change("a").kind(ChangeKind.UNKNOWN).build()));
        assertEquals(
                Announcement.NEVER,
                Announcement.of(change("a").settlement(Settlement.UNKNOWN).build()));
        assertEquals(
                Announcement.NEVER,
                Announcement.of(change("a").severity(Severity.UNKNOWN).build()));
        assertEquals(
                Announcement.NEVER,
                Announcement.of(change("a").cause(ClassificationCause.UNKNOWN).build()));
    }

    @Test
    void aSilentReturnOfAnAnnouncedTextIsToldAsRetraction() {
        assertEquals(
                Announcement.NOW, Announcement.of(change("b").reverting("a").build()));
    }

    @Test
    void aSilentReturnOfAnUnannouncedTextIsSilent() {
        assertEquals(Announcement.NEVER, Announcement.of(change("b").reverting().build()));
    }

    @Test
    void aTextThatIsHereAgainIsToldOnceItStands() {
        assertEquals(
                Announcement.WHEN_CONFIRMED,
                Announcement.of(change("c").reinstating("a").build()));
        assertEquals(
                Announcement.NEVER,
                Announcement.of(
                        change("c").reinstating("a").origin(Origin.IMPORT).build()));
    }

    @Test
    void anImportedReturnRetractsNothing() {
        assertEquals(
                Announcement.NEVER,
                Announcement.of(change("b").reverting("a").origin(Origin.IMPORT).build()));
    }
}
