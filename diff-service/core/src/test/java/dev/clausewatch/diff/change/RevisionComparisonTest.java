package dev.clausewatch.diff.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.ProvisionChange;
import dev.clausewatch.events.ProvisionRef;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.TouchedProvision;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Any two versions are compared as if one followed the other, and their provisions keep the ids that they have in the archive. */
class RevisionComparisonTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final String FIRST =
            "# Terms\n\n1. You own what you make.\n\n2. We keep your data for thirty days.\n\n3. You may leave at any time.\n";
    private static final String SECOND =
            "# Terms\n\n1. You own what you make.\n\n2. We keep your data for sixty days.\n\n3. You may leave at any time.\n";
    private static final String THIRD =
            "# Terms\n\n1. You own what you make.\n\n2. We keep your data for ninety days.\n\n3. You may leave at any time.\n\n4. You agree to arbitration of every dispute.\n";

    private final Differ differ = new Differ();
    private final Story story = new Story();
    private final ChangeDetected first = story.captured(FIRST);
    private final ChangeDetected second = story.captured(SECOND);
    private final ChangeDetected third = story.captured(THIRD);

    @Test
    void tellsWhatDiffersBetweenVersionsThatDoNotFollowEachOther() {
        ChangeDetected compared = compare(revision(first, FIRST), revision(third, THIRD));

        assertEquals(ChangeKind.SUBSTANTIVE, compared.verdict().kind());
        assertFalse(compared.verdict().alertable());
        assertEquals(
                List.of(Set.of(ProvisionChange.EDITED), Set.of(ProvisionChange.ADDED)),
                compared.touched().stream().map(TouchedProvision::what).toList());
        TouchedProvision edited = compared.touched().getFirst();
        assertEquals(
                "2. We keep your data for thirty days.", text(edited.before()).text());
        assertEquals(
                "2. We keep your data for ninety days.", text(edited.after()).text());
        assertFalse(edited.diff().isEmpty());
    }

    @Test
    void touchesTheSameProvisionsAsTheChangeBetweenNeighbours() {
        assertEquals(
                second.touched(),
                compare(revision(first, FIRST), revision(second, SECOND)).touched());
    }

    @Test
    void keepsTheIdsOfTheArchive() {
        ChangeDetected compared = compare(revision(first, FIRST), revision(third, THIRD));
        List<String> ids = third.provisions().stream().map(ProvisionRef::id).toList();

        assertEquals(
                List.of(ids.get(1), ids.get(3)),
                compared.touched().stream().map(TouchedProvision::provisionId).toList());
        assertEquals(
                first.provisions().get(1).id(),
                text(compared.touched().getFirst().before()).id());
    }

    @Test
    void comparesBackwards() {
        ChangeDetected compared = compare(revision(third, THIRD), revision(first, FIRST));

        assertEquals(
                Set.of(Set.of(ProvisionChange.EDITED), Set.of(ProvisionChange.REMOVED)),
                Set.copyOf(
                        compared.touched().stream().map(TouchedProvision::what).toList()));
    }

    @Test
    void findsNothingBetweenEqualTexts() {
        ChangeDetected compared = compare(revision(first, FIRST), revision(first, FIRST));

        assertEquals(List.of(), compared.touched());
        assertEquals(List.of(), compared.verdict().signals());
    }

    @Test
    void showsADifferenceInFormWhenThereIsNoOther() {
        String spelled = FIRST.replace("You own", "You  own").replace("days.", "days");
        ChangeDetected compared = compare(revision(first, FIRST), new Revision(second.to(), spelled, List.of()));

        assertEquals(ChangeKind.EDITORIAL, compared.verdict().kind());
        assertFalse(compared.touched().isEmpty());
    }

    @Test
    void comparesLinesAndSaysWhyWhenClausesTakeTooLong() {
        ChangeDetected compared = differ.compareCoarsely(
                Story.DOCUMENT, revision(first, FIRST), revision(second, SECOND), NOW, "it took longer than 5 s");

        assertTrue(compared.verdict().signals().getFirst().detail().contains("it took longer than 5 s"));
        assertEquals(
                List.of("2. We keep your data for sixty days."),
                compared.touched().stream()
                        .flatMap(touched -> Stream.ofNullable(touched.after()))
                        .map(text -> text.text())
                        .toList());
    }

    private ChangeDetected compare(Revision from, Revision to) {
        return differ.compare(Story.DOCUMENT, from, to, NOW);
    }

    private static ProvisionText text(@Nullable ProvisionText side) {
        return Objects.requireNonNull(side);
    }

    private static Revision revision(ChangeDetected change, String text) {
        return new Revision(change.to(), text, change.provisions());
    }
}
