package dev.clausewatch.classifier.assess;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.ProvisionChange;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.TouchedProvision;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must never be called a change of form: words, figures and headings that say something else. */
class OnlyTheFormTest {

    private static final Classifier CLASSIFIER = Classifier.shipped();

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            Optional arbitration => Mandatory arbitration
            Permitted uses => Prohibited uses
            Refundable fees => Non-refundable fees
            **Optional arbitration** => **Mandatory arbitration**
            Optional refunds => Voluntary refunds
            """)
    void aHeadingWithoutANumberIsToldLikeOneWithANumber(String before, String after) {
        assertTold(Changes.edited(before, after));
        assertTold(Changes.edited("7. " + before, "7. " + after));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            Basic | 5 euros => Basic | 6 euros
            Basic | $5 => Basic | $50
            We keep 30 days of logs. => We keep 60 days of logs.
            We keep 30 days of logs. => We keep ~~30~~ 60 days of logs.
            Up to 10^6 tokens a day. => Up to 10^7 tokens a day.
            30 days to object => 14 days to object
            An arbitrator in Tallinn decides within a month. => An arbitrator in Riga decides within a year.
            """)
    void aFigureOrAPeriodThatChangedIsTold(String before, String after) {
        assertTold(Changes.edited(before, after));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            You pay ½ of it. => You pay ¼ of it.
            You pay $10 a month. => You pay $10¹ a month.
            Up to 10^2 tokens a day. => Up to 102 tokens a day.
            Up to 10² tokens a day. => Up to 10³ tokens a day.
            """)
    void aRaisedFigureOrAFractionThatChangedIsNoOtherWayToWriteTheSame(String before, String after) {
        String sentence = assess(Changes.edited(before, after)).sentence();
        assertFalse(sentence.contains("its words stay"), sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            You pay a fee of $1.5 a month.            => You pay a fee of $15 a month.
            You pay a fee of $1,000 a month.          => You pay a fee of $10.00 a month.
            You pay $50 a month.                      => You pay €50 a month.
            We charge a fee of 10.5 percent.          => We charge a fee of 105 percent.
            You pay a fee of 10% of sales.            => You pay a fee of 10 of sales.
            You pay 5-10 euros a month.               => You pay 510 euros a month.
            You pay a fee of +5 euros a month.        => You pay a fee of -5 euros a month.
            The fee is 1999 dollars a month.          => The fee is 2099 dollars a month.
            We pay 10 percent of it after 30 days.    => We pay 30 percent of it after 10 days.
            The customer indemnifies the provider for all claims. => The provider indemnifies the customer for all claims.
            You may not sell your account but you may close it. => You may sell your account but you may not close it.
            """)
    void theSignsOfAFigureAndTheOrderOfWordsAreWhatAClauseSays(String before, String after) {
        assertTold(Changes.edited(before, after));
    }

    @Test
    void aFeeThatChangedInATableIsTold() {
        assertTold(new TouchedProvision(
                "p1",
                Set.of(ProvisionChange.EDITED),
                List.of(),
                row("Basic | 5 euros"),
                row("Basic | 6 euros"),
                List.of()));
    }

    private static ProvisionText row(String text) {
        return new ProvisionText("p1", null, List.of("Terms of Service"), "| Plan | Fee |", text, 0, text.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic | 5 euros", "Wholly new clause one about dogs."})
    void aClauseThatCameOrWentIsNoChangeOfFormOnly(String clause) {
        assertNotEquals(
                "Only the form changed.",
                firstSentence(assess(Changes.added(clause)).sentence()));
        assertNotEquals(
                "Only the form changed.",
                firstSentence(assess(Changes.removed(clause)).sentence()));
    }

    @Test
    void theSummaryOfOtherWordsDoesNotSayInFormOnly() {
        String summary = CLASSIFIER
                .classify(
                        Changes.change(Changes.edited("Optional arbitration", "Mandatory arbitration")),
                        Materiality.MINOR)
                .meaning()
                .summary();
        assertFalse(summary.contains("in form only"), summary);
    }

    private static void assertTold(TouchedProvision touched) {
        ClassifiedProvision provision = assess(touched);
        assertFalse(provision.sentence().startsWith("Only the form changed."), provision::sentence);
        assertTrue(provision.materiality().compareTo(Materiality.MINOR) >= 0, provision::toString);
        assertTrue(
                CLASSIFIER
                        .classify(Changes.change(touched), Materiality.MINOR)
                        .meaning()
                        .alert(),
                provision::toString);
    }

    private static ClassifiedProvision assess(TouchedProvision touched) {
        return CLASSIFIER.assess(Changes.document("en"), touched);
    }

    private static String firstSentence(String sentence) {
        return sentence.substring(0, sentence.indexOf('.') + 1);
    }
}
