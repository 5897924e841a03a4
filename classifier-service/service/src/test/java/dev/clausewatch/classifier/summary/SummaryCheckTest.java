package dev.clausewatch.classifier.summary;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryCheckTest {

    private static final List<String> PROVISIONS =
            List.of("You own the output.", "You own the output, but you may not sell the users' data within 30 days.");

    private static boolean holds(String summary) {
        return SummaryCheck.holds(summary, PROVISIONS, "Summary by rule: 1 provision changed.");
    }

    @Test
    void takesASummaryThatQuotesWordForWord() {
        assertTrue(holds("A limit is new: \u201cyou may not sell the users' data\u201d."));
        assertTrue(holds("The platform's users must not \"sell the users' data within 30 days.\""));
        assertTrue(holds("1 provision now bars selling the users' data."));
    }

    @Test
    void refusesWordsThatNoProvisionHas() {
        assertFalse(holds("A limit is new: \u201cyou may never sell data\u201d."));
        assertFalse(holds("Now the clause says 'you may never sell' it."));
        assertFalse(holds("It says \u201cyou may not sell\u201d and \u00abwithin 30 weeks\u00bb."));
    }

    @Test
    void refusesAQuotationThatOpensAndNeverCloses() {
        assertFalse(holds("The clause says \u201cyou may not sell the users' data."));
    }

    @Test
    void refusesAFigureThatItWasNotGiven() {
        assertFalse(holds("You have 14 days."));
        assertTrue(holds("You have 30 days."));
    }

    @Test
    void refusesAddressesAndLinks() {
        assertFalse(holds("See https://elsewhere.example for more."));
        assertFalse(holds("See [the terms](elsewhere)."));
    }

    @Test
    void refusesNothingAndTooMuch() {
        assertFalse(holds(" "));
        assertFalse(holds("word ".repeat(300)));
    }
}
