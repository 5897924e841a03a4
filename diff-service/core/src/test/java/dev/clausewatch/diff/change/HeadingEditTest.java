package dev.clausewatch.diff.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ProvisionChange;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.TextFormat;
import dev.clausewatch.events.TouchedProvision;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadingEditTest {

    private static final String TERMS = """
            # Orbitra Terms

            You may use the service for any lawful purpose.

            ## 7. Optional arbitration

            Each dispute goes to an arbitrator in Tallinn.

            The arbitrator decides within a month.

            ## 8. Fees

            You pay at the end of each month.
            """;

    private final Story story = new Story();

    @Test
    void aHeadingWithOtherWordsAboveTheSameClausesIsAnEditOfItsOwn() {
        story.captured(TERMS);
        String next = TERMS.replace("7. Optional", "9. Mandatory");
        ChangeDetected change = story.captured(next);
        assertEquals("SUBSTANTIVE alertable substantive SETTLED", Story.summary(change));
        assertEquals(1, change.touched().size(), change::toString);
        TouchedProvision heading = change.touched().getFirst();
        ProvisionText before = Objects.requireNonNull(heading.before());
        ProvisionText after = Objects.requireNonNull(heading.after());
        assertEquals(Set.of(ProvisionChange.EDITED), heading.what());
        assertEquals("7. Optional arbitration", before.text());
        assertEquals("9. Mandatory arbitration", after.text());
        assertEquals(List.of("Orbitra Terms"), after.headingPath());
        assertEquals(after.text(), TextFormat.slice(next, after.start(), after.end()));
        assertEquals(before.text(), TextFormat.slice(TERMS, before.start(), before.end()));
    }

    @Test
    void itStandsBeforeTheClausesThatWereEditedBelowIt() {
        story.captured(TERMS);
        ChangeDetected change =
                story.captured(TERMS.replace("Optional", "Mandatory").replace("a month.\n\n##", "a year.\n\n##"));
        assertEquals(
                List.of("7. Mandatory arbitration", "The arbitrator decides within a year."),
                change.touched().stream()
                        .map(touched -> Objects.requireNonNull(touched.after()).text())
                        .toList());
        assertEquals(
                2,
                change.touched().stream()
                        .map(TouchedProvision::provisionId)
                        .distinct()
                        .count());
    }

    @Test
    void aHeadingKeepsItsIdWhileItsFirstClauseLasts() {
        story.captured(TERMS);
        ChangeDetected first = story.captured(TERMS.replace("Optional", "Mandatory"));
        ChangeDetected second = story.captured(TERMS.replace("Optional", "Binding"));
        assertEquals(
                first.touched().getFirst().provisionId(),
                second.touched().getFirst().provisionId());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7. Optional arbitration | 9. Optional arbitration",
                "7. Optional arbitration | 7. OPTIONAL ARBITRATION:",
                "7. Optional arbitration | Optional  “arbitration”",
                "7. Optional arbitration | 7. [Optional arbitration](https://orbitra.example/7)",
                "## 7. Optional arbitration | ### 7. Optional arbitration",
                "7. Optional arbitration | 7. Optionalarbitration",
                "7. Optional arbitration | 7.Optional arbitration",
                "7. Optional arbitration | 7.. Optional arbitration",
                "## 7. Optional arbitration | Optional arbitration",
                "## 7. Optional arbitration | ## 7. Disputes /// ## 7.1 Optional arbitration",
                "# Orbitra Terms | Welcome.",
            })
    void aHeadingThatIsSetOrNumberedOtherwiseIsNone(String beforeAndAfter) {
        String[] both = beforeAndAfter.split(" \\| ", -1);
        story.captured(TERMS);
        ChangeDetected change = story.captured(TERMS.replace(both[0], both[1].replace(" /// ##", "\n\n##")));
        assertTrue(
                change.touched().stream().noneMatch(touched -> touched.what().contains(ProvisionChange.EDITED)),
                change::toString);
    }

    @Test
    void headingsThatMoveStaySilent() {
        story.captured(TERMS);
        ChangeDetected change = story.captured("""
                # Orbitra Terms

                You may use the service for any lawful purpose.

                ## 7. Fees

                You pay at the end of each month.

                ## 8. Optional arbitration

                Each dispute goes to an arbitrator in Tallinn.

                The arbitrator decides within a month.
                """);
        assertTrue(Story.isSilentEditorial(change), change::toString);
    }

    @Test
    void anEarlierTextUnderAnotherHeadingIsNoReturn() {
        story.captured(TERMS);
        story.captured(TERMS.replace("end of each month", "end of each year"));
        ChangeDetected change = story.captured(TERMS.replace("Optional", "Mandatory"));
        assertEquals("SUBSTANTIVE alertable substantive SETTLED", Story.summary(change));
        assertEquals(2, change.touched().size());
    }

    @Test
    void aHeadingThatCameOrWentStandsWhereItIs() {
        story.captured(TERMS);
        ChangeDetected come = story.captured(TERMS.replace("The arbitrator", "### In Europe\n\nThe arbitrator"));
        ChangeDetected gone = story.captured(TERMS.replace("## 8. Fees\n\n", ""));
        assertEquals(
                List.of(Set.of(ProvisionChange.ADDED)),
                come.touched().stream().map(TouchedProvision::what).toList());
        assertEquals(
                List.of("In Europe", "8. Fees"),
                gone.touched().stream()
                        .map(touched -> Objects.requireNonNull(touched.before()).text())
                        .toList());
    }

    @Test
    void aClauseThatGoesBackBelowItsHeadingIsToldOf() {
        String elsewhere = TERMS.replace("The arbitrator decides within a month.\n\n", "")
                .replace("You pay", "The arbitrator decides within a month.\n\nYou pay");
        story.captured(TERMS);
        ChangeDetected moved = story.captured(elsewhere);
        ChangeDetected back = story.later(Duration.ofDays(30)).captured(TERMS);
        assertEquals(
                List.of(Set.of(ProvisionChange.MOVED)),
                moved.touched().stream().map(TouchedProvision::what).toList());
        assertEquals("REVERTED alertable withdrawal SETTLED", Story.summary(back));
    }
}
