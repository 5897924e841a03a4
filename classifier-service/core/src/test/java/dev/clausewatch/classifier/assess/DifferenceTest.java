package dev.clausewatch.classifier.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.Difference;
import dev.clausewatch.events.Direction;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.ProvisionChange;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.Severity;
import dev.clausewatch.events.TouchedProvision;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
            """)
    void aFigureMovesForOrAgainstThoseBound(String before, String after, Direction direction) {
        Difference difference = difference(assess(before, after));

        assertEquals(direction, difference.direction());
        assertTrue(Objects.requireNonNull(difference.reason()).contains("\u2192"), difference::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            You have 2 months to object to a change of these terms. | You have 14 days to object to a change of these terms.
            We give notice as Section 12 says.                      | We give notice as Section 14 says.
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

    private static ClassifiedProvision assess(String before, String after) {
        TouchedProvision touched = before == null
                ? Changes.added(after)
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
