package dev.clausewatch.crawler.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.clausewatch.events.TextFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownSectionsTest {

    private static final List<String> BLOCKS = List.of(
            "# Terms",
            "Fees\n----",
            "You may not\ncopy *outputs*.",
            "*   One\n*   Two",
            "*   Loose\n\n*   List\n\n    with a paragraph",
            "3.  Third\n\n    Its rest",
            "2\\. Not a list",
            "> Quoted\n> words",
            "| a | b |\n| --- | --- |\n| 1 | 2 |",
            "* * *",
            "See [the policy](https://orbitra.example/privacy).",
            "    indented code",
            "Orbitra Ltd  \n1 Canal Street",
            "7) Seventh",
            "+ plus");

    @Test
    void cutsBetweenParagraphsAndHeadings() {
        assertEquals(
                List.of("# Terms\n\n", "You agree.\n\n", "Fees\n----\n"),
                MarkdownSections.of("# Terms\n\nYou agree.\n\nFees\n----\n"));
    }

    @Test
    void keepsWhatBelongsToAList() {
        String list = "1.  First\n\n    Its rest\n\n2.  Second\n";
        assertEquals(List.of(list), MarkdownSections.of(list));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "```\na\n\nb\n```\n",
                "<div>\n\nb\n",
                "[a]\n\n[a]: https://orbitra.example\n",
                "<!-- a\n\nb -->\n"
            })
    void leavesATextWholeInWhichSomethingReachesFar(String text) {
        assertEquals(List.of(text), MarkdownSections.of(text));
    }

    @RepeatedTest(200)
    void readingSectionBySectionGivesTheTextOfTheWhole(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            text.append(BLOCKS.get(random.nextInt(BLOCKS.size()))).append("\n\n");
        }
        // A definition of a link that nothing uses keeps the text in one piece.
        String whole = text + "[unused]: https://orbitra.example\n";
        assertEquals(List.of(whole), MarkdownSections.of(whole));
        String read = read(text.toString());
        assertEquals(TextFormat.normalize(read), read);
        assertEquals(read(whole), read, () -> "seed " + run.getCurrentRepetition() + ":\n" + text);
    }

    private static String read(String markdown) {
        return assertInstanceOf(ArchivedText.Text.class, new ArchiveReader().read(markdown))
                .text();
    }
}
