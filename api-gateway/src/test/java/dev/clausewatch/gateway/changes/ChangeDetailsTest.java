package dev.clausewatch.gateway.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.RegisterPublished;
import dev.clausewatch.events.Settlement;
import dev.clausewatch.events.Severity;
import dev.clausewatch.events.ToolVersion;
import dev.clausewatch.gateway.Story;
import dev.clausewatch.gateway.citations.Citations;
import dev.clausewatch.gateway.register.Register;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangeDetailsTest {

    private static final Register REGISTER = new Register(new RegisterPublished(
            new ToolVersion("test", "1"),
            Instant.EPOCH,
            List.of(new RegisterPublished.Type(
                    "children", "Clauses about children", "", List.of("children"), List.of(), null)),
            List.of(new RegisterPublished.Area("children", "Child protection")),
            List.of(),
            List.of()));

    @Test
    void anAreaAndATypeWithOneIdKeepTheirOwnTitles() {
        Story story = new Story("Titled");
        ChangeClassified classified = (ChangeClassified) story.classified(
                        story.change(1, ChangeKind.SUBSTANTIVE, Settlement.SETTLED, "a", "b"),
                        Story.meaning("children", Severity.HIGH, "children"))
                .event()
                .data();
        ChangeDetail.Meaning meaning = new ChangeDetails(REGISTER, new Citations(""))
                .compose(new ChangeRepository.Stored(
                        classified.change(), classified, null, null, new ChangeDetail.Deliveries(0, 0, 0)))
                .meaning();
        assertNotNull(meaning);
        assertEquals(Map.of("children", "Child protection"), meaning.titles().areas());
        assertEquals(
                Map.of("children", "Clauses about children"), meaning.titles().types());
    }
}
