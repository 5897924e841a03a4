package dev.clausewatch.diff.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.ProvisionChange;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same words in other lines, and links that are broken over lines: nobody has to know. */
class RearrangedTextTest {

    private static final String REST = "\n\nWe host it here.\n\nYou pay for it each month.\n\nWe answer soon.\n";
    private static final String LONG = IntStream.rangeClosed(1, 60)
            .mapToObj(i -> "word" + i)
            .collect(Collectors.joining(" ", "For all that our cookies do ", ", please read our"));

    @Test
    void aParagraphCutIntoMoreThanAFewIsSplit() {
        String rules = IntStream.rangeClosed(1, 9)
                .mapToObj(i -> " **Rule%d.** You keep rule%d for order%d.".formatted(i, i, i))
                .collect(Collectors.joining());
        ChangeDetected change =
                changed(LONG + "." + rules + REST, LONG + "." + rules.replace(" **R", "\n\n**R") + REST);
        assertEquals(ChangeKind.EDITORIAL, change.verdict().kind());
        assertEquals(10, change.touched().size());
        assertTrue(change.touched().stream().allMatch(touched -> touched.what().contains(ProvisionChange.SPLIT)));
    }

    @Test
    void anEnumerationInASentenceThatBecomesOneOfLinesIsSplit() {
        String sentence = "(a) the way in which you use the service; (b) the files that you store with us;"
                + " (c) each breach of these terms by you; or (d) what you do to the rights of somebody else.";
        String lines = sentence.replace("; (", "\n\n(").replace("; or (", " or\n\n(");
        ChangeDetected change = changed(sentence + REST, lines + REST);
        assertEquals(ChangeKind.EDITORIAL, change.verdict().kind());
        assertEquals(
                ChangeKind.EDITORIAL,
                changed(lines + REST, sentence + REST).verdict().kind());
    }

    @Test
    void aWordThatIsTakenOutOfAnEnumerationIsAnEdit() {
        String sentence = "(a) the way in which you use the service; (b) the files that you store with us;"
                + " (c) each breach of these terms by you; or (d) what you do to the rights of somebody else.";
        String lines = sentence.replace("; (", "\n\n(").replace("; or (", " or\n\n(");
        assertEquals(
                ChangeKind.SUBSTANTIVE,
                changed(sentence + REST, lines.replace("each breach", "breach") + REST)
                        .verdict()
                        .kind());
    }

    @Test
    void aFewWordsThatJoinALongParagraphAreMerged() {
        String apart = LONG + "\n\n[Cookie Notice](https://orbitra.example/cookies)." + REST;
        String joined = LONG + " [Cookie Notice](https://orbitra.example/cookies)." + REST;
        ChangeDetected change = changed(apart, joined);
        assertEquals(ChangeKind.EDITORIAL, change.verdict().kind());
        assertEquals(1, change.touched().size());
        assertTrue(change.touched().getFirst().what().contains(ProvisionChange.MERGED));
        assertEquals(ChangeKind.EDITORIAL, changed(joined, apart).verdict().kind());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[Sign the data agreement (opens in a tab)](https://orbitra.example/a/1) "
                        + "| [Sign the data agreement%(opens in a tab)](https://orbitra.example/a/1)",
                "Write to ([us@orbitra.example](mailto:us@orbitra.example)\\](mailto:us@orbitra.example) . "
                        + "| Write to [us@orbitra.example](mailto:us@orbitra.example).",
            })
    void whereTheEndOfABrokenLinkLeadsIsNoWord(String before, String after) {
        assertEquals(
                ChangeKind.EDITORIAL,
                changed(before + REST, after.replace("%", "\n\n") + REST)
                        .verdict()
                        .kind());
    }

    @Test
    void aReturnFromATextThatSaysTheSameIsSilentHoweverLongThatStood() {
        String apart = "Sign the agreement about the data\n\nof your customers with us." + REST;
        String joined = "Sign the agreement about the data of your customers with us." + REST;
        Story story = new Story();
        story.captured(joined);
        assertEquals(ChangeKind.EDITORIAL, story.captured(apart).verdict().kind());
        ChangeDetected change = story.later(Duration.ofDays(30)).captured(joined);
        assertEquals(ChangeKind.REVERTED, change.verdict().kind());
        assertFalse(change.verdict().alertable());
    }

    private static ChangeDetected changed(String before, String after) {
        Story story = new Story();
        story.captured(before);
        return story.captured(after);
    }
}
