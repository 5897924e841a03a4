package dev.clausewatch.diff.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.TouchedProvision;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headings that decide what the clauses below them mean, in other ways than by one word. */
class ChangedSectionsTest {

    private static final String LISTS = """
            # Terms

            We host it all for you, day and night.

            ## You may

            - scrape our pages by machine
            - resell the outputs of it

            ## You may not

            - send spam to other users
            - break the locks of our doors

            ## Fees

            You pay at the end of each month.
            """;

    private final Story story = new Story();

    @Test
    void headingsThatChangePlacesOverTheirClausesAreEdits() {
        ChangeDetected change = compared(LISTS.replace("## You may not", "## You must")
                .replace("## You may\n", "## You may not\n")
                .replace("## You must", "## You may"));
        assertEquals(ChangeKind.SUBSTANTIVE, change.verdict().kind(), change::toString);
        assertEquals(
                List.of("You may not", "You may"),
                change.touched().stream()
                        .map(TouchedProvision::after)
                        .map(after -> Objects.requireNonNull(after).text())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "## ~~You may not~~\n\n"})
    void aHeadingThatGoesWhileItsClausesStayIsAnEdit(String instead) {
        ChangeDetected change = compared(LISTS.replace("## You may not\n\n", instead));
        assertEquals(ChangeKind.SUBSTANTIVE, change.verdict().kind(), change::toString);
    }

    @Test
    void aHeadingWithoutAClauseOfItsOwnIsComparedToo() {
        story.captured(LISTS + "\n## Arbitration is optional\n");
        ChangeDetected change = story.captured(LISTS + "\n## Arbitration is mandatory\n");
        assertEquals(ChangeKind.SUBSTANTIVE, change.verdict().kind(), change::toString);
    }

    @Test
    void aHeadingThatStandsTwiceIsComparedWhereItChanged() {
        String twice = LISTS.replace("## Fees", "## You may not\n\n- walk on the roof\n\n## Fees");
        story.captured(twice);
        ChangeDetected change = story.captured(twice.replaceFirst("## You may not", "## You should not"));
        assertEquals(ChangeKind.SUBSTANTIVE, change.verdict().kind(), change::toString);
    }

    @Test
    void aHeadingIsComparedThoughMoreClausesCameBelowItThanStayed() {
        ChangeDetected change = compared(
                LISTS.replace("## You may not", "## You should not")
                        .replace(
                                "\n\n## Fees",
                                "\n- walk on the roof at night\n- feed the birds in the yard\n- paint any wall red\n\n## Fees"));
        assertEquals(
                "You should not",
                Objects.requireNonNull(change.touched().getFirst().after()).text(),
                change::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"## Last updated: 3 March 2026", "## V. Payment", "## Section 3 Payment"})
    void aHeadingThatChangedItsNumberOrDateIsNotSaidToDifferInSpacesOnly(String heading) {
        String other =
                heading.replace("3 March", "4 April").replace("V.", "VI.").replace("Section 3", "Section 4");
        story.captured(LISTS.replace("## Fees", heading));
        ChangeDetected change = story.captured(LISTS.replace("## Fees", other));
        assertFalse(
                Story.hasSignal(change, "whitespace-only"),
                () -> change.verdict().signals().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "## 2 Refunds /// Mail us. /// ## 3 Payment | ## 3 Refunds /// Mail us. /// ## 4 Payment",
                "## Part II: Payment | ## Part III: Payment",
                "## Chapter 2. Payment | ## Chapter 3. Payment",
                "## Schedule A - Payment | ## Schedule B - Payment",
                "## Article 5 Payment | ## Section VI: Payment",
                "## Payment and Taxes | ## Payment & Taxes",
            })
    void aHeadingThatIsOnlyNumberedOrSetOtherwiseIsNoEdit(String beforeAndAfter) {
        String[] both = beforeAndAfter.split(" \\| ", -1);
        story.captured(LISTS.replace("## Fees", both[0].replace(" /// ", "\n\n")));
        ChangeDetected change = story.captured(LISTS.replace("## Fees", both[1].replace(" /// ", "\n\n")));
        assertEquals(ChangeKind.EDITORIAL, change.verdict().kind(), change::toString);
    }

    @Test
    void aHeadingThatChangesWhileATextWaitsIsNotLost() {
        String yearly = LISTS.replace("each month", "each year");
        for (String text : List.of(LISTS, yearly, LISTS, yearly)) {
            story.captured(text);
        }
        ChangeDetected change = story.captured(yearly.replace("## You may not", "## You should not"));
        assertFalse(Story.isSilentEditorial(change), change::toString);
    }

    private ChangeDetected compared(String after) {
        story.captured(LISTS);
        return story.captured(after);
    }
}
