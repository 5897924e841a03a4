package dev.clausewatch.classifier.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.Difference;
import dev.clausewatch.events.Direction;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.ProvisionChange;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.Severity;
import dev.clausewatch.events.TouchedProvision;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the words that changed come to, apart from the clause that they stand in. */
class DifferenceTest {

    private static final Classifier CLASSIFIER = Classifier.shipped();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            We do not sell your personal information. |                                             | WORSE  | HIGH
                                                      | We do not sell your personal information.   | BETTER | LOW
            We sell personal data to data brokers.    |                                             | BETTER | HIGH
                                                      | Any dispute is settled by binding arbitration, and you waive your right to a class action. | WORSE | HIGH
            We may change these terms with 30 days' notice to you. | We may change these terms without notice. | WORSE | HIGH
            We may use your content to train our models. You can opt out in your settings at any time. | We may use your content to train our models. | WORSE | HIGH
            We may use your content to train our models. | We may use your content to train our models. You can opt out in your settings at any time. | BETTER | MEDIUM
            We may share data with our partners.      | We do not share data with our partners.     | BETTER | LOW
            """)
    void promisesChoicesAndBansDecideTheDirectionAndTheSeverity(
            String before, String after, Direction direction, Severity severity) {
        ClassifiedProvision provision = assess(before, after);

        assertEquals(direction, difference(provision).direction(), provision::toString);
        assertEquals(severity, provision.severity(), provision::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            You have 30 days to object to a change of these terms. | You have 14 days to object to a change of these terms. | WORSE
            You have 14 days to object to a change of these terms. | You have thirty days to object to a change of these terms. | BETTER
            We charge a fee of 2 % on each sale.                   | We charge a fee of 3 % on each sale. | WORSE
            We keep your messages for 90 days.                     | We keep your messages for 30 days.   | BETTER
            The fee is $9.99 a month.                              | The fee is $9.49 a month.            | BETTER
            Interest of 1.5% is charged on late payments.          | Interest of 1.75% is charged on late payments. | WORSE
            """)
    void aFigureMovesForOrAgainstThoseBound(String before, String after, Direction direction) {
        Difference difference = difference(assess(before, after));

        assertEquals(direction, difference.direction());
        assertTrue(Objects.requireNonNull(difference.reason()).contains("\u2192"), difference::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            We do not train on your content. | We do not train on your content if you are in the EU. | WORSE
            We may share your data with affiliates only if you ask for it. | We may share your data with affiliates. | WORSE
            We do not collect biometric data. | We collect biometric data. | WORSE
            We will indemnify you against claims. | You will indemnify us against claims. | WORSE
            We own all rights in the output. | You own all rights in the output. | BETTER
            You may appeal our decision to remove your content. | You may not appeal our decision to remove your content. | WORSE
            We will not share your personal data with third parties. | We will not share your personal data with third parties, except where you pay us less. | WORSE
            """)
    void aSentenceThatTurnsOrIsLimitedDecidesTheDirection(String before, String after, Direction direction) {
        ClassifiedProvision provision = assess(before, after);

        assertEquals(direction, difference(provision).direction(), provision::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            We will never | sell your personal data to brokers; | WORSE
            We do not     | use your content to train our models; | WORSE
            You may not   | opt out of arbitration; | BETTER
            """)
    void theIntroductionOfAListDecidesWhatItsItemDoes(String intro, String item, Direction whenItGoes) {
        ProvisionText text =
                new ProvisionText("p1", null, List.of(), intro + ":", item, 0, item.codePointCount(0, item.length()));
        TouchedProvision removed =
                new TouchedProvision("p1", Set.of(ProvisionChange.REMOVED), List.of(), text, null, List.of());

        ClassifiedProvision provision = CLASSIFIER
                .classify(Changes.change(removed), Materiality.MINOR)
                .provisions()
                .getFirst();

        assertEquals(whenItGoes, difference(provision).direction(), provision::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You retain all rights in your content.",
                "You will not be charged for cancelled orders.",
                "You will receive a full refund if we cancel."
            })
    void aClauseInFavourIsNoGainWhereItGoesAndNoLossWhereItComes(String clause) {
        assertNotEquals(Direction.BETTER, difference(assess(clause, null)).direction());
        assertNotEquals(Direction.WORSE, difference(assess(null, clause)).direction());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            You have 2 months to object to a change of these terms. | You have 14 days to object to a change of these terms.
            We give notice as Section 12 says.                      | We give notice as Section 14 says.
            You may terminate with 30 days notice to us.            | You may terminate with 60 days notice to us.
            You receive a 20% discount on fees.                     | You receive a 10% discount on fees.
            """)
    void figuresOfOtherUnitsAndOfSectionsMoveNowhere(String before, String after) {
        String reason = difference(assess(before, after)).reason();

        assertTrue(reason == null || !reason.contains("\u2192"), () -> "" + reason);
    }

    @Test
    void anEditOfOneSentenceConcernsNoTypeOfAnother() {
        ClassifiedProvision provision = assess(
                "We may use your content to train our models. Disputes are settled by binding arbitration.",
                "We may use your content to train our models. Disputes are settled by the courts of Ireland.");

        assertTrue(types(provision).contains("ai-training"), provision::toString);
        assertEquals(List.of("dispute-resolution"), difference(provision).types());
        assertEquals(
                CLASSIFIER.register().areasOf(List.of("dispute-resolution")),
                difference(provision).areas());
    }

    @Test
    void anotherNameConcernsNoTypeHoweverGraveItsClause() {
        ClassifiedProvision provision = assess(
                "With Nimbus Studio you may not use outputs to build competing models.",
                "With Nimbus Atelier you may not use outputs to build competing models.");

        assertEquals(List.of("non-compete"), types(provision));
        assertEquals(List.of(), difference(provision).types());
        assertEquals(Severity.LOW, provision.severity());
    }

    @Test
    void whatChangedInFormOnlyHasNoDifference() {
        ClassifiedProvision provision = assess(
                "You may not use outputs to build competing models.",
                "**You may not use outputs to build competing models.**");

        assertEquals(Materiality.EDITORIAL, provision.materiality());
        assertNull(provision.difference());
        assertNull(provision.severity());
    }

    @Test
    void wordsThatStillStandElsewhereAreNotCalledRemovedAndAreNeitherWorseNorBetter() {
        ClassifiedProvision provision = CLASSIFIER.assess(
                Changes.document("en"),
                Changes.touched(ProvisionChange.MERGED, "You may not use outputs to build competing models.", null));

        assertTrue(
                provision.sentence().startsWith("Takes away here what still stands elsewhere: \u201cYou may not use"),
                provision::sentence);
        assertEquals(Materiality.MINOR, provision.materiality());
        assertNull(difference(provision).direction());
    }

    private static ClassifiedProvision assess(@Nullable String before, @Nullable String after) {
        TouchedProvision touched = before == null
                ? Changes.added(Objects.requireNonNull(after))
                : after == null ? Changes.removed(before) : Changes.edited(before, after);
        return CLASSIFIER.assess(Changes.document("en"), touched);
    }

    private static Difference difference(ClassifiedProvision provision) {
        return Objects.requireNonNull(provision.difference());
    }

    private static List<String> types(ClassifiedProvision provision) {
        return provision.types().stream().map(ProvisionType::id).toList();
    }
}
