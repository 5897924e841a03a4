package dev.clausewatch.crawler.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveReaderTest {

    private static String read(String markdown) {
        return assertInstanceOf(ArchivedText.Text.class, new ArchiveReader().read(markdown))
                .text();
    }

    private static String refused(String markdown) {
        return assertInstanceOf(ArchivedText.Refused.class, new ArchiveReader().read(markdown))
                .reason();
    }

    @Test
    void readsUnderlinedHeadings() {
        assertEquals(
                "# Terms\n\n## Fees\n\n### Late fees\n", read("Terms\n=====\n\nFees\n----\n\n### Late fees ###\n"));
    }

    @Test
    void joinsLinesThatOnlyWrap() {
        assertEquals("You own your outputs, all of them.\n", read("You own your\noutputs, all\nof them."));
    }

    @Test
    void endsABlockAtAHardBreak() {
        assertEquals("Orbitra Ltd\n\n1 Canal Street\n", read("Orbitra Ltd  \n1 Canal Street"));
    }

    @Test
    void writesListsAsTheExtractorDoes() {
        assertEquals(
                "- One\n- Two\n    - Inner\n    - Also\n\n1. First\n2. Second\n\nAnd (a) in words.\n\n4. Fourth\n",
                read(
                        "*   One\n*   Two\n    +   Inner\n    +   Also\n\n1.  First\n2.  Second\n\nAnd (a) in words.\n\n4.  Fourth"));
    }

    @Test
    void keepsPrintedNumbersThatWereEscaped() {
        assertEquals("1. Services\n\n2.1 You agree.\n", read("1\\. Services\n\n2.1 You agree."));
    }

    @Test
    void dropsEmphasisAndKeepsEscapedCharacters() {
        assertEquals(
                "You must not copy. 5 * 3 [sic] snake_case\n",
                read("**You** must _not_ __copy__. 5 \\* 3 \\[sic\\] snake\\_case"));
    }

    @Test
    void dropsMarksOfEmphasisThatFindNoPartner() {
        assertEquals("- VIP Service. VIP Hosting\n", read("*   **VIP Service. **VIP Hosting"));
    }

    @Test
    void keepsAbsoluteLinksOnlyAndNoTitles() {
        assertEquals(
                "See [fees](https://orbitra.example/fees), the rules and the top, or write to [us](mailto:us@orbitra.example).\n",
                read("See [fees](https://orbitra.example/fees \"Our fees\"), [the rules](/rules) and [the top](#top),"
                        + " or write to [us](mailto:us@orbitra.example)."));
    }

    @Test
    void keepsWordsThatAreStruckOutMarked() {
        assertEquals(
                "You may ~~not~~ resell ~~or copy~~ it. ~~Gone.~~ About \\~~ ten.\n",
                read("You may ~~not~~ resell <strike>or copy</strike> it. <del>Gone.</del> About \\~\\~ ten."));
    }

    @Test
    void keepsSuperscriptsApart() {
        assertEquals("10^2 users, $100[1] a month\n", read("10<sup>2</sup> users, $100<sup>1</sup> a month"));
    }

    @Test
    void readsTables() {
        assertEquals(
                "| Plan | Fee |\n| --- | --- |\n| Basic | 5 |\n",
                read("| Plan | Fee |\n| --- | --- |\n| **Basic** | 5 |"));
    }

    @Test
    void readsTablesThatStayedHtml() {
        assertEquals(
                "| Plan | Fee |\n| --- | --- |\n| Basic | see |\n",
                read(
                        "<table><tr><td>Plan</td><td>Fee</td></tr><tr><td><b>Basic</b></td><td><a href=\"/x\">see</a></td></tr></table>"));
    }

    @Test
    void takesAPlaceholderInPointedBracketsForWords() {
        assertEquals("Dear <name>, a < b and <your company> > c\n", read("Dear <name>, a < b and <your company> > c"));
    }

    @Test
    void leavesCommentsOut() {
        assertEquals("Terms\n", read("<!-- markdownlint-disable -->\nTerms"));
    }

    @Test
    void separatesTheSourcesOfADocumentAndDropsThePagesOwnRules() {
        assertEquals("One\n\nTwo\n\n---\n\nThree\n", read("One\n\n* * *\n\nTwo\n\n- - -\n\nThree"));
    }

    @Test
    void refusesAFileWithoutText() {
        assertEquals("empty-text", refused("\n \n"));
        assertEquals("empty-text", refused("![](https://orbitra.example/logo.png)"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*a ",
                "*a **b ",
                "![",
                "> ",
                "- ",
                "[",
                "<!-- > ",
                "<a ",
                "<a b=\">",
                "<table>",
                "`a`b``",
                "|a",
                "[a](",
                "&a;",
                "1. a\n\n   ",
                "[a]: <b\n",
                "<b>",
                "a\n",
                "* a\n",
                "**_",
                "\\"
            })
    void readsAHostileTextInBoundedTime(String part) {
        String text = part.repeat(200_000 / part.length()) + "\n|-|-|\n";
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> new ArchiveReader().read(text));
    }

    @Test
    void refusesWhatItsTreeWouldNotFitIntoMemory() {
        String wide = "|a".repeat(1_000) + "|\n" + "|-".repeat(1_000) + "|\n";
        assertEquals("too-many-elements", refused(wide + "|\n".repeat(1_000)));
        assertEquals("too-many-elements", refused("[".repeat(400_000)));
        assertEquals("nested-too-deeply", refused("*a **b ".repeat(30_000) + "c** d*".repeat(30_000)));
    }
}
