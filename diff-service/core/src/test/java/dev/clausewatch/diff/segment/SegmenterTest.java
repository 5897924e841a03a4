package dev.clausewatch.diff.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.TextFormat;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmenterTest {

    private static final String TERMS = """
            # Orbitra Terms

            Last updated: 3 March 2026

            ## 4. Your content

            4.2 You keep what you write. 🎈 We host it.

            You may not:

            - (a) copy the service
            - (b) sell:
                - the model
                - its outputs
            - resell access

            1. Pay in advance.
            2. Pay in full.

            | Plan | Price |
            | --- | --- |
            | Small | €10 |

            ### Fees

            \\# of seats counts.

            ---

            Another page.
            """;

    private final Segmenter segmenter = new Segmenter();

    @Test
    void letteredParagraphsHaveTheWordsThatIntroduceThem() {
        List<Provision> provisions = new Segmenter().segment("""
                4.3 Refunds. We give none, except:

                (a) where law asks for it; or

                (b) where we say so, that is

                (i) in an order form, or

                (ii) in writing; and

                (c) on appeal.

                (a) A letter after the end of a sentence opens no list.

                The end.

                (b) Nor does one that goes on from nothing.
                """);
        assertEquals(
                Arrays.asList(
                        null,
                        "4.3 Refunds. We give none, except:",
                        "4.3 Refunds. We give none, except:",
                        "(b) where we say so, that is",
                        "(b) where we say so, that is",
                        "4.3 Refunds. We give none, except:",
                        null,
                        null,
                        null),
                provisions.stream().map(Provision::intro).toList());
    }

    @Test
    void slicingTheTextGivesEachProvisionExactly() {
        List<Provision> provisions = segmenter.segment(TERMS);
        assertEquals(14, provisions.size());
        for (Provision provision : provisions) {
            assertEquals(provision.text(), TextFormat.slice(TERMS, provision.start(), provision.end()));
        }
    }

    @Test
    void readsHeadingsAboveAProvisionAndDropsThemAtAnotherSource() {
        assertEquals(
                List.of("Orbitra Terms", "4. Your content"),
                provision("4.2 You keep").headingPath());
        assertEquals(
                List.of("Orbitra Terms", "4. Your content", "Fees"),
                provision("# of seats").headingPath());
        assertEquals(List.of(), provision("Another page.").headingPath());
    }

    @Test
    void readsNumbersAsPrinted() {
        assertEquals("4.2", provision("4.2 You keep").number());
        assertEquals("(a)", provision("(a) copy").number());
        assertEquals("2.", provision("2. Pay in full.").number());
        assertNull(provision("resell access").number());
    }

    @Test
    void knowsTheWordsThatIntroduceAList() {
        assertEquals("You may not:", provision("(a) copy").intro());
        assertEquals("(b) sell:", provision("the model").intro());
        assertEquals("You may not:", provision("resell access").intro());
        assertNull(provision("Another page.").intro());
        assertEquals("| Plan | Price |", provision("Small | €10").intro());
    }

    @Test
    void leavesBulletsTablePipesAndEscapesOut() {
        assertEquals("the model", provision("the model").text());
        assertEquals("Small | €10", provision("Small").text());
        assertEquals("# of seats counts.", provision("# of").text());
    }

    @Test
    void cutsATextOfTooManyBlocksCoarser() {
        String text = "Word one.\n\n".repeat(2 * Segmenter.MOST_PROVISIONS + 1);
        List<Provision> provisions = segmenter.segment(text);
        assertTrue(provisions.size() <= Segmenter.MOST_PROVISIONS);
        Provision last = provisions.getLast();
        assertEquals(last.text(), TextFormat.slice(text, last.start(), last.end()));
    }

    @Test
    void takesANumberOnlyWhereAClauseOpens() {
        assertEquals("§ 5", PrintedNumber.of("§ 5 Haftung"));
        assertEquals("Section 3", PrintedNumber.of("Section 3. Payment"));
        assertEquals("4(b)(ii)", PrintedNumber.of("4(b)(ii) Refunds"));
        assertEquals("a.", PrintedNumber.of("a. you leave"));
        assertEquals("(iv)", PrintedNumber.of("(iv) you leave"));
        assertEquals("1.1.", PrintedNumber.of("**1.1.** You may not copy."));
        assertEquals("2.1", PrintedNumber.of("2.1 **Fees.** You pay."));
        assertEquals("3.", PrintedNumber.of("**3\\. Scope**"));
        assertEquals("**Fees.** You pay.", PrintedNumber.without("2.1 **Fees.** You pay."));
        assertEquals("Fees. You pay.", PrintedNumber.without("Fees. You pay."));
        assertNull(PrintedNumber.of("Section 3 applies to you"));
        assertNull(PrintedNumber.of("1.5 million users"));
        assertNull(PrintedNumber.of("(you) agree"));
        assertNull(PrintedNumber.of("2024 was a year"));
    }

    private Provision provision(String start) {
        return segmenter.segment(TERMS).stream()
                .filter(provision -> provision.text().startsWith(start))
                .findFirst()
                .orElseThrow();
    }
}
