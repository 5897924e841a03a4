package dev.clausewatch.classifier.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.CaptureCause;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.Difference;
import dev.clausewatch.events.Direction;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.Origin;
import dev.clausewatch.events.TouchedProvision;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a change is said to do to whom: headline, summary and analysis. */
class ConsequenceTest {

    private static final Classifier CLASSIFIER = Classifier.shipped();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            We do not sell your personal data. | | Nimbus Chat no longer promises not to sell users\u2019 personal data
            You have 30 days to object to a change of these terms. | You have 14 days to object to a change of these terms. | not 30 days
            We may share your data with our partners. | We do not share your data with our partners. | Nimbus Chat promises not to share users\u2019 data with its partners
            Our liability is limited to $5,000 in all. | Our liability is limited to $500 in all. | $500
            """)
    void theHeadlineSaysWhatTheChangeDoes(@Nullable String before, @Nullable String after, String told) {
        String headline = headline(touched(before, after));

        assertTrue(headline.contains(told), headline);
        assertTrue(headline.length() <= ConsequenceReader.LINE, headline);
    }

    @Test
    void theWorstComesFirstAndTheRestIsCounted() {
        Classified classified = classify(
                Changes.added("We may change the colour of our pages from time to time in the app for you."),
                Changes.added("You may invite your friends to the chat at any time."),
                Changes.added("We answer questions by mail from Monday to Friday for all of our customers."),
                Changes.added("Our office is in Dublin and you must ring the bell before you come in."),
                Changes.removed("We do not sell your personal data."));

        assertEquals(
                "Nimbus Chat no longer promises not to sell users\u2019 personal data",
                classified.meaning().headline());
        assertTrue(
                classified.meaning().summary().matches(".*And \\d (smaller|more) changes?\\."),
                classified.meaning()::summary);
    }

    @Test
    void theAnalysisOfTwoClausesOfATypeSharesNoLine() {
        Set<String> lines = new HashSet<>(analysis(Changes.removed("We do not sell your personal data.")));
        List<String> other = analysis(Changes.removed("We never sell the messages of children to data brokers."));

        assertFalse(lines.isEmpty());
        assertFalse(other.isEmpty());
        assertTrue(lines.size() <= ClauseAnalysis.MOST && other.size() <= ClauseAnalysis.MOST);
        lines.retainAll(other);
        assertEquals(Set.of(), lines);
    }

    @Test
    void nothingIsAskedThatTheChangeTookAway() {
        List<String> lines = analysis(Changes.edited(
                "We may use your content to train our models. You can opt out in your settings at any time.",
                "We may use your content to train our models."));

        assertTrue(lines.stream().anyMatch(line -> line.contains("while it stood")), lines::toString);
    }

    @Test
    void whatCouldNotBeAssessedIsUnknownAndPlainlySaidSo() {
        Classified classified = CLASSIFIER.classify(
                Changes.change(
                        ChangeKind.SUBSTANTIVE,
                        true,
                        Origin.LIVE,
                        CaptureCause.SITE,
                        "de",
                        Changes.added("Wir verkaufen Ihre Daten an Dritte.")),
                Materiality.MATERIAL);

        assertEquals(Materiality.UNKNOWN, classified.provisions().getFirst().materiality());
        assertEquals(Materiality.UNKNOWN, classified.meaning().materiality());
        assertTrue(classified.meaning().alert());
        assertEquals(
                "Nimbus Chat, Terms of Service changed; what that means could not be assessed",
                classified.meaning().headline());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Legal", "Learning Hub", "[Help Center](https://nimbus.example/help)"})
    void wordsOfAMenuMatterLittleAndEngageNoLaw(String words) {
        for (TouchedProvision touched : List.of(Changes.added(words), Changes.removed(words))) {
            ClassifiedProvision provision = classify(touched).provisions().getFirst();

            assertEquals(Materiality.EDITORIAL, provision.materiality(), words);
            assertEquals(List.of(), provision.instruments(), words);
            assertNull(provision.difference(), words);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You cannot opt out of our use of your content to train models.",
                "You cannot opt out of the sale of your personal data.",
                "We do not offer refunds for subscriptions that you cancel."
            })
    void aChoiceThatIsDeniedIsWorse(String clause) {
        assertEquals(Direction.WORSE, difference(Changes.added(clause)).direction());
        assertEquals(Direction.BETTER, difference(Changes.removed(clause)).direction());
    }

    private static TouchedProvision touched(@Nullable String before, @Nullable String after) {
        return before == null
                ? Changes.added(Objects.requireNonNull(after))
                : after == null ? Changes.removed(before) : Changes.edited(before, after);
    }

    private static Classified classify(TouchedProvision... touched) {
        return CLASSIFIER.classify(Changes.change(touched), Materiality.MINOR);
    }

    private static String headline(TouchedProvision touched) {
        String headline = classify(touched).meaning().headline();
        assertNotNull(headline);
        return headline;
    }

    private static Difference difference(TouchedProvision touched) {
        return Objects.requireNonNull(classify(touched).provisions().getFirst().difference());
    }

    private static List<String> analysis(TouchedProvision touched) {
        return Objects.requireNonNullElse(difference(touched).analysis(), List.of());
    }
}
