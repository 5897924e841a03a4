package dev.clausewatch.diff.change;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.ChangeDetected;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a clause says cannot change in silence by being set as a heading, or by standing under another one. */
class DisguisedHeadingTest {

    private static final String TERMS = """
            # Orbitra Terms

            You may leave at any time.

            We host what you write.

            %s

            ## Contact

            We answer mail within ten days.

            ## Fees

            You pay what the price list says.
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                " => ### We may sell your data",
                "### We never sell your data\n\n### We refund\n\nMail us. => ### We may sell your data\n\n### We refund\n\nMail us.",
                " => ### We may sell your data\n\nWe may sell your data.",
                " => ### We may sell your data\n\nFees",
                " => ### We may sell your data\n\n---\n\n### Fees",
                "You get your money back. => ### If you live in Europe we may sell your data to those who pay for it and ask\n\nYou get your money back.",
                "You get your money back. => ### We may sell your data - - - - - - - - - -\n\nYou get your money back.",
                "### Except in Europe\n\n### Refunds\n\nYou get your money back. => ### Refunds\n\n### Except in Europe\n\nYou get your money back.",
                "## Refunds\n\nYou get your money back. => ## Refunds\n\n### Except in Europe\n\nYou get your money back.",
                "## Refunds only in Europe\n\nYou get your money back. => ## ~~Refunds only in Europe~~\n\nYou get your money back.",
                "## You may\n\nShare it.\n\nCopy it.\n\n## You may not\n\nSell it.\n\nPrint it. => ## You may not\n\nShare it.\n\nCopy it.\n\n## You may\n\nSell it.\n\nPrint it.",
                "## You may\n\nShare it.\n\nCopy it.\n\n## You may not\n\nSell it.\n\nPrint it. => ## You may\n\nShare it.\n\n## You may not\n\nCopy it.\n\nSell it.\n\nPrint it.",
                "We never:\n\n- sell your data\n- read your mail\n\nWe may:\n\n- store your data => We never:\n\n- read your mail\n\nWe may:\n\n- sell your data\n- store your data",
                "We never:\n\n- read your mail\n- sell your data\n\nWe may:\n\n- store your data => We never:\n\n- read your mail\n\nWe may:\n\n- sell your data\n- store your data",
            })
    void aClauseThatIsAHeadingOrGoesUnderAnother(String beforeAndAfter) {
        assertTrue(
                compared(beforeAndAfter).verdict().alertable(),
                () -> compared(beforeAndAfter).verdict().signals().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "## Refunds\n\nYou get your money back. => Refunds\n\n## Refunds\n\nYou get your money back.",
                "**Refunds**\n\nYou get your money back. => ## Refunds\n\nYou get your money back.",
                "## Refunds\n\nYou get your money back.\n\n## Stay\n\nYou may stay. => ## Stay\n\nYou may stay.\n\n## Refunds\n\nYou get your money back.",
                "We never:\n\n- sell your data\n- read your mail => We never:\n\n- sell your data\n  - read your mail",
                "## Refunds\n\nYou get your money back.\n\n## Stay\n\nYou may stay. => ## Refunds\n\nYou get your money back.\n\n### Stay\n\nYou may stay.",
                "## Feedback\n\nIdeas are free.\n\nWe read them all.\n\n## Our marks\n\nOur name is ours. => ## Feedback\n\nWe read them all.\n\n## Our marks\n\nIdeas are free.\n\nOur name is ours.",
                "## Refunds\n\n### ***\n\nYou get your money back. => ## Refunds\n\nYou get your money back.",
            })
    void aHeadingThatSaysWhatItSaidAboveWhatItStoodAboveIsForm(String beforeAndAfter) {
        ChangeDetected change = compared(beforeAndAfter);
        assertTrue(Story.isSilentEditorial(change), change::toString);
    }

    private static ChangeDetected compared(String beforeAndAfter) {
        return Story.compared(TERMS, beforeAndAfter);
    }
}
