package dev.clausewatch.diff.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ProvisionChange;
import dev.clausewatch.events.TextFormat;
import dev.clausewatch.events.TouchedProvision;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other tools show badly, as public reports tell. */
class ReadableDiffTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "This is a small tax.      | This is a small fee.        | This is a small [-tax][+fee].",
                "a red apple               | a green apple               | a [-red][+green] apple",
                "The cat was a little shy. | The cow was a bit shy.      | The [-cat][+cow] was a [-little][+bit] shy.",
                "You may not sell it.      | You may ~~not~~ sell it.    | You may [-not][+~~not~~] sell it.",
                "Up to 10^2 users may join. | Up to 10^3 users may join. | Up to [-10^2][+10^3] users may join.",
                "It takes 10^-6 of it.     | It takes 10^-9 of it.       | It takes [-10^-6][+10^-9] of it.",
                "You pay 1/2 of it all.    | You pay 1/4 of it all.      | You pay [-1/2][+1/4] of it all.",
            })
    void wholeWordsAreReplaced(String before, String after, String shown) {
        assertEquals(shown, shown(before, after));
    }

    @Test
    void aSentenceThatTookTheOthersPlaceIsOneOutAndOneIn() {
        assertEquals(
                "[-We keep the records of each order for you in the archive of our shop][+They store nothing in a place of"
                        + " the kind where the public looks for files].",
                shown(
                        "We keep the records of each order for you in the archive of our shop.",
                        "They store nothing in a place of the kind where the public looks for files."));
    }

    @Test
    void aHeadingAboveASentenceThatGrewIsLeftAlone() {
        Story story = new Story();
        story.captured("## Refunds\n\nWe refund what you paid.\n\nWe answer soon.\n");
        TouchedProvision touched = story.captured(
                        "## Refunds\n\nWe refund what you paid within a month.\n\nWe answer soon.\n")
                .touched()
                .getFirst();
        assertEquals("We refund what you paid[+ within a month].", shown(touched));
    }

    @Test
    void oneChangedLineOfALongPageIsAllThatIsTouched() {
        String page = IntStream.rangeClosed(1, 60)
                .mapToObj(i -> "- Rule number " + i + " holds for each order that you place with us.\n")
                .collect(Collectors.joining());
        Story story = new Story();
        story.captured(page);
        List<TouchedProvision> touched = story.captured(page.replace("number 30 holds", "number 30 stands"))
                .touched();
        assertEquals(1, touched.size());
        assertEquals(
                "Rule number 30 [-holds][+stands] for each order that you place with us.", shown(touched.getFirst()));
    }

    @Test
    void aClauseThatMovedAndWasEditedIsShownAsBoth() {
        String moved = "You may export all that you have stored with us at any time and free of charge.";
        String rest =
                "We host it here.\n\nWe write to you by e-mail.\n\nYou pay each month.\n\nWe answer within a week.\n";
        Story story = new Story();
        story.captured(moved + "\n\n" + rest);
        ChangeDetected change = story.captured(rest + "\n" + moved.replace("free of charge", "for a fee") + "\n");
        TouchedProvision touched = change.touched().getFirst();
        assertEquals(1, change.touched().size());
        assertEquals(Set.of(ProvisionChange.MOVED, ProvisionChange.EDITED), touched.what());
        assertEquals(
                "You may export all that you have stored with us at any time and [-free of charge][+for a fee].",
                shown(touched));
    }

    private static String shown(TouchedProvision touched) {
        return shown(
                Objects.requireNonNull(touched.before()).text(),
                Objects.requireNonNull(touched.after()).text());
    }

    private static String shown(String before, String after) {
        return WordDiff.between(before, after).stream()
                .map(run -> switch (run.op()) {
                    case EQUAL -> TextFormat.slice(after, run.afterStart(), run.afterEnd());
                    case DELETE -> "[-" + TextFormat.slice(before, run.beforeStart(), run.beforeEnd()) + "]";
                    case INSERT -> "[+" + TextFormat.slice(after, run.afterStart(), run.afterEnd()) + "]";
                    case UNKNOWN -> throw new IllegalArgumentException("No such run");
                })
                .collect(Collectors.joining());
    }
}
