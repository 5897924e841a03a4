package dev.clausewatch.diff.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.CaptureCause;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.Origin;
import dev.clausewatch.events.ProvisionChange;
import dev.clausewatch.events.Settlement;
import dev.clausewatch.events.TouchedProvision;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CoarseComparisonTest {

    private static final String A = "# Terms\n\nYou may leave at any time.\n\nYou pay 10 € a month.\n";
    private static final String B = A.replace("10 €", "12 €");
    private static final String C = B.replace("at any time", "at the end of a year");

    private final Story story = new Story();

    @Test
    void aChangeThatCannotBeComparedByClausesIsToldByLinesAndSaysSo() {
        story.captured(A);
        ChangeDetected change = story.capturedCoarsely(B, "it took longer than 20 s");
        assertEquals(ChangeKind.SUBSTANTIVE, change.verdict().kind());
        assertTrue(change.verdict().alertable());
        assertEquals(Settlement.SETTLED, change.verdict().settlement());
        assertTrue(change.verdict().signals().getFirst().detail().contains("it took longer than 20 s"));
        assertEquals(2, change.touched().size());
        TouchedProvision added = change.touched().getFirst();
        assertEquals(Set.of(ProvisionChange.ADDED), Set.copyOf(added.what()));
        assertEquals(
                "You pay 12 € a month.", Objects.requireNonNull(added.after()).text());
        TouchedProvision removed = change.touched().getLast();
        assertEquals(
                "You pay 10 € a month.",
                Objects.requireNonNull(removed.before()).text());
        assertEquals(3, change.provisions().size());
        assertEquals("clausewatch-lines", change.provenance().segmenter().name());
    }

    @Test
    void theNextVersionIsComparedWithTheLastThatWasReadByClauses() {
        ChangeDetected first = story.captured(A);
        story.capturedCoarsely(B, "computing it failed");
        ChangeDetected next = story.captured(C);
        assertEquals(first.to(), next.from());
        assertEquals(2, next.touched().size());
        assertTrue(Story.hasSignal(next, "compared-with-last-settled"));
        // Clauses keep the ids that they had before the version that was not read.
        assertEquals(
                first.provisions().stream().map(ref -> ref.id()).toList(),
                next.provisions().stream().map(ref -> ref.id()).toList());
    }

    @Test
    void aFirstVersionThatCannotBeReadIsABaseline() {
        ChangeDetected first = story.capturedCoarsely(A, "computing it failed");
        assertEquals(ChangeKind.BASELINE, first.verdict().kind());
        assertFalse(first.verdict().alertable());
        assertEquals(List.of(), first.touched());
        assertEquals(ChangeKind.SUBSTANTIVE, story.captured(B).verdict().kind());
    }

    @Test
    void anImportedOrDifferentlyExtractedTextStaysSilent() {
        story.captured(A);
        assertFalse(story.capturedCoarsely(B, Origin.IMPORT, CaptureCause.SITE)
                .verdict()
                .alertable());
        ChangeDetected technical = story.capturedCoarsely(A, Origin.LIVE, CaptureCause.EXTRACTOR_UPGRADE);
        assertEquals(ChangeKind.TECHNICAL, technical.verdict().kind());
        assertFalse(technical.verdict().alertable());
    }

    @Test
    void aTextOfMoreLinesThanATextMayHaveProvisionsIsCutIntoFewer() {
        story.captured(A);
        ChangeDetected change = story.capturedCoarsely("a\n\n".repeat(200_000), "computing it failed");
        assertTrue(change.provisions().size() <= 10_000);
        assertTrue(change.provisions().getLast().end() >= 599_998);
    }

    @Test
    void aReturnFromATextThatCouldNotBeReadIsARetractionAsEver() {
        ChangeDetected first = story.captured(A);
        ChangeDetected coarse = story.capturedCoarsely(B, "computing it failed");
        ChangeDetected back = story.captured(A);
        assertEquals(ChangeKind.REVERTED, back.verdict().kind());
        assertEquals(List.of(coarse.changeId()), back.verdict().reverts());
        assertFalse(back.verdict().alertable());
        assertEquals(
                first.provisions().stream().map(ref -> ref.id()).toList(),
                back.provisions().stream().map(ref -> ref.id()).toList());
    }

    @Test
    void aDocumentWhoseFirstVersionCouldNotBeReadIsReadFromTheSecondOn() {
        story.capturedCoarsely(A, "computing it failed");
        ChangeDetected second = story.captured(B);
        assertEquals(ChangeKind.SUBSTANTIVE, second.verdict().kind());
        assertTrue(Story.hasSignal(second, "compared-by-lines"));
        ChangeDetected third = story.captured(C);
        assertEquals(second.to(), third.from());
        assertEquals(1, third.touched().size());
        assertFalse(Story.hasSignal(third, "compared-by-lines"));
    }
}
