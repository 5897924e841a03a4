package dev.clausewatch.diff.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.diff.Texts;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.ProvisionChange;
import dev.clausewatch.events.ProvisionRef;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.TouchedProvision;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that stand in both texts neither came nor went, wherever they stand; what they mean in another place is told. */
class StandingTextTest {

    private static final String REFUND = "We pay back what you paid for the last month when you cancel.";
    private static final String TERMS =
            "# Nimbora Terms\n\n## Fees\n\nYou pay for Nimbora at the start of each month.\n\n"
                    + REFUND + "\n\n## Your files\n\nYour files stay yours when you store them at Nimbora.\n\n"
                    + "We look into your files when a court orders us to do so.\n";

    @Test
    void aPageThatPrintsItsTermsTwiceSaysNothingNew() {
        ChangeDetected twice = changed(TERMS, TERMS + "\n" + TERMS);
        assertTrue(Story.isSilentEditorial(twice), twice::toString);
        ChangeDetected once = changed(TERMS + "\n" + TERMS, TERMS);
        assertTrue(Story.isSilentEditorial(once), once::toString);
        assertNothingCameOrWent(twice);
        assertNothingCameOrWent(once);
    }

    @Test
    void aPageWithoutHeadingsThatPrintsItsTermsTwiceSaysNothingNew() {
        String flat = Texts.plain(Texts.clauses(new Random(3), 12));
        assertTrue(Story.isSilentEditorial(changed(flat, flat + "\n" + flat)));
        assertTrue(Story.isSilentEditorial(changed(flat + "\n" + flat, flat)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nimbora Home", "Nimbora Office"})
    void aClauseThatOneOfTwoProductsLosesIsToldBelowThatProduct(String product) {
        String both = "## Nimbora Home\n\nHome has room for ten folders.\n\n" + REFUND
                + "\n\n## Nimbora Office\n\nOffice has room for all folders.\n\n" + REFUND + "\n";
        int at = both.indexOf(REFUND, both.indexOf(product));
        String one = both.substring(0, at) + both.substring(at + REFUND.length());
        ChangeDetected change = changed(both, one);
        assertEquals(ChangeKind.SUBSTANTIVE, change.verdict().kind());
        TouchedProvision gone = only(change);
        assertEquals(Set.of(ProvisionChange.MERGED), gone.what());
        assertEquals(List.of(product), below(gone.before()));
    }

    @Test
    void aClauseThatASecondProductGetsIsToldWithTheClauseItComesFrom() {
        String one = "## Nimbora Home\n\nHome has room for ten folders.\n\n" + REFUND
                + "\n\n## Nimbora Office\n\nOffice has room for all folders.\n";
        Story story = new Story();
        String refund = story.captured(one).provisions().get(1).id();
        ChangeDetected change = story.captured(one + "\n" + REFUND + "\n");
        assertEquals(ChangeKind.SUBSTANTIVE, change.verdict().kind());
        TouchedProvision come = only(change);
        assertEquals(Set.of(ProvisionChange.SPLIT), come.what());
        assertEquals(List.of(refund), come.from());
        assertEquals(List.of("Nimbora Office"), below(come.after()));
    }

    @Test
    void aProductsCopyOfAClauseThatHoldsForAllIsNoClauseOfItsOwn() {
        String general = "## Fees\n\n" + REFUND + "\n\n# Nimbora Home\n\nHome has room for ten folders.\n\n";
        ChangeDetected change = changed(general, general + "## Fees\n\n" + REFUND + "\n");
        assertEquals(Set.of(ProvisionChange.SPLIT), only(change).what());
        assertFalse(change.verdict().alertable());
    }

    @Test
    void anItemThatOnlyAnotherListStillHasIsTold() {
        String item = "the names and numbers of the people in your address book";
        String lists = "We keep:\n\n- your photographs\n- %s\n\nWe sell:\n\n- nothing at all\n- %s\n";
        ChangeDetected change =
                changed(lists.formatted(item, item), lists.formatted(item, item).replace("all\n- " + item, "all"));
        assertEquals(ChangeKind.SUBSTANTIVE, change.verdict().kind());
        assertEquals(Set.of(ProvisionChange.MERGED), only(change).what());
    }

    @Test
    void aLineThatHeadsWhatFollowsIsAPlaceAsAHeadingIs() {
        String both = "**Nimbora Home**\n\nHome has room for ten folders.\n\n" + REFUND
                + "\n\n**Nimbora Office**\n\nOffice has room for all folders.\n\n" + REFUND + "\n";
        ChangeDetected change = changed(both, both.substring(0, both.lastIndexOf(REFUND)));
        assertEquals(ChangeKind.SUBSTANTIVE, change.verdict().kind());
        assertEquals(Set.of(ProvisionChange.MERGED), only(change).what());
    }

    @Test
    void aParagraphOfManyLinesThatIsJoinedIsMerged() {
        String paragraph = String.join(" ", Texts.clauses(new Random(8), 30));
        String lines = paragraph.replace(". ", ".\n\n");
        ChangeDetected joined = changed(TERMS + "\n" + lines + "\n", TERMS + "\n" + paragraph + "\n");
        assertTrue(Story.isSilentEditorial(joined), joined::toString);
        assertEquals(Set.of(ProvisionChange.MERGED), only(joined).what());
        ChangeDetected cut = changed(TERMS + "\n" + paragraph + "\n", TERMS + "\n" + lines + "\n");
        assertTrue(Story.isSilentEditorial(cut), cut::toString);
        assertNothingCameOrWent(cut);
    }

    @Test
    void aClauseThatJoinsAnotherOneElsewhereIsMergedAndTold() {
        String files = "Your files stay yours when you store them at Nimbora.";
        String joined = TERMS.replace(REFUND + "\n\n", "").replace(files, files + " " + REFUND);
        Story story = new Story();
        List<ProvisionRef> before = story.captured(TERMS).provisions();
        ChangeDetected change = story.captured(joined);
        assertNothingCameOrWent(change);
        assertEquals(ChangeKind.SUBSTANTIVE, change.verdict().kind());
        TouchedProvision whole = change.touched().stream()
                .filter(touched -> touched.after() != null)
                .findFirst()
                .orElseThrow();
        assertTrue(whole.what().containsAll(Set.of(ProvisionChange.MERGED, ProvisionChange.EDITED)), whole::toString);
        assertEquals(List.of(before.get(1).id(), before.get(2).id()), whole.from());
    }

    @Test
    void aClauseThatIsTakenOutOfALargerOneIsSplitAndTold() {
        String joined = TERMS.replace(REFUND + "\n\n", "").replace("at Nimbora.\n", "at Nimbora. " + REFUND + "\n");
        ChangeDetected change = changed(joined, TERMS);
        assertNothingCameOrWent(change);
        assertEquals(ChangeKind.SUBSTANTIVE, change.verdict().kind());
        assertTrue(change.touched().stream().allMatch(touched -> touched.what().contains(ProvisionChange.SPLIT)));
    }

    @Test
    void aLongHeadingThatBecomesAParagraphNeitherComesNorGoes() {
        String heading = "What we do with the files that you store at Nimbora";
        String headed = TERMS.replace("## Your files", "## " + heading);
        assertNothingCameOrWent(changed(headed, headed.replace("## " + heading, "**" + heading + "**")));
        assertNothingCameOrWent(changed(headed.replace("## " + heading, heading), headed));
    }

    @Test
    void wordsThatOnlyEndAsOthersDoAreGone() {
        String ours = "ours are the files that you store while your account is blocked.";
        ChangeDetected change = changed(
                TERMS + "\nO" + ours.substring(1) + "\n",
                TERMS + "\nWe never say that y" + ours
                        + " We answer soon, as a rule, to all who write to us before a holiday.\n");
        assertTrue(
                change.touched().stream().noneMatch(touched -> touched.what().contains(ProvisionChange.MERGED)),
                change::toString);
    }

    @Test
    void aTextThatGoesBackFromOnePrintedTwiceHasLostNothing() {
        Story story = new Story();
        story.captured(TERMS);
        story.captured(TERMS + "\n" + TERMS);
        ChangeDetected back = story.captured(TERMS);
        assertEquals(ChangeKind.REVERTED, back.verdict().kind());
        assertFalse(back.verdict().alertable());
        assertNothingCameOrWent(back);
    }

    private static void assertNothingCameOrWent(ChangeDetected change) {
        assertTrue(
                change.touched().stream()
                        .noneMatch(touched -> touched.what().contains(ProvisionChange.ADDED)
                                || touched.what().contains(ProvisionChange.REMOVED)),
                change::toString);
    }

    private static TouchedProvision only(ChangeDetected change) {
        assertEquals(1, change.touched().size(), change::toString);
        return change.touched().getFirst();
    }

    private static List<String> below(@Nullable ProvisionText text) {
        return Objects.requireNonNull(text).headingPath();
    }

    private static ChangeDetected changed(String before, String after) {
        Story story = new Story();
        story.captured(before);
        return story.captured(after);
    }
}
