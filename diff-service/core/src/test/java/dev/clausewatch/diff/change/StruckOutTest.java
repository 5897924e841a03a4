package dev.clausewatch.diff.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ProvisionChange;
import dev.clausewatch.events.ProvisionRef;
import dev.clausewatch.events.Signal;
import dev.clausewatch.events.StatedDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StruckOutTest {

    private static final String CLAUSE = "You get back what you paid within thirty days.";

    private final Story story = new Story();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "2. %s",
                "- %s",
                "- (b) %s",
            })
    void strikingOutAClauseRemovesItAndBringingItBackAddsIt(String form) {
        String standing = text(form.formatted(CLAUSE));
        String struck = text(form.formatted("~~" + CLAUSE + "~~"));
        story.captured(standing);
        ChangeDetected removed = story.captured(struck);
        assertEquals("SUBSTANTIVE alertable substantive SETTLED", Story.summary(removed));
        assertEquals(List.of(Set.of(ProvisionChange.REMOVED)), what(removed));
        ChangeDetected added = story.captured(standing.replace("We host", "We will host"));
        assertTrue(what(added).contains(Set.of(ProvisionChange.ADDED)), added::toString);
    }

    @Test
    void strikingOutAWordIsAnEdit() {
        story.captured(text("We never sell what you write."));
        ChangeDetected change = story.captured(text("We ~~never~~ sell what you write."));
        assertEquals("SUBSTANTIVE alertable substantive SETTLED", Story.summary(change));
        assertEquals(List.of(Set.of(ProvisionChange.EDITED)), what(change));
    }

    @Test
    void tildesOfThePageBeforeWhatIsStruckOutTakeNothingAlong() {
        story.captured(text("\\~~We never sell ~~or rent~~ it."));
        ChangeDetected change = story.captured(text("\\~~We gladly sell ~~or rent~~ it."));
        assertEquals("SUBSTANTIVE alertable substantive SETTLED", Story.summary(change));
    }

    @Test
    void takingAwayWhatWasStruckOutSaysNothingNew() {
        story.captured(text("We ~~never~~ sell what you write.\n\n~~" + CLAUSE + "~~"));
        assertTrue(Story.isSilentEditorial(story.captured(text("We sell what you write."))));
    }

    @Test
    void aNumberThatIsStruckOutHidesNothingOfTheTextBehindIt() {
        story.captured(text("~~1.~~ 2. You pay us ten euros."));
        ChangeDetected change = story.captured(text("1. You pay us ten euros."));
        assertEquals(
                List.of("markup-only", "renumbering-only"),
                change.verdict().signals().stream().map(Signal::id).toList());
    }

    @Test
    void aHeadingThatIsStruckOutHasNothingBelowIt() {
        ChangeDetected change =
                story.captured("# Terms\n\n## ~~Refunds~~\n\nWe host it.\n\n## Old ~~and new~~\n\nYou pay.\n");
        assertEquals(
                List.of(List.of("Terms"), List.of("Terms", "Old")),
                change.provisions().stream().map(ProvisionRef::headingPath).toList());
    }

    @Test
    void aDateThatIsStruckOutIsNotThatOfTheDocument() {
        ChangeDetected change = story.captured("Last updated: ~~3 March 2026~~ 4 April 2026\n\nWe host it.\n");
        assertEquals(
                List.of("4 April 2026"),
                change.statedDates().stream().map(StatedDate::text).toList());
    }

    private static List<Set<ProvisionChange>> what(ChangeDetected change) {
        return change.touched().stream().map(touched -> touched.what()).toList();
    }

    private static String text(String block) {
        return "# Terms\n\nWe host it all for you, day and night.\n\n" + block
                + "\n\nYou pay at the end of each month.\n";
    }
}
