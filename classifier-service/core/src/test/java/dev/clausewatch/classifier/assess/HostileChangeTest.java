package dev.clausewatch.classifier.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.Assessment;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.ProvisionChange;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.TouchedProvision;
import dev.clausewatch.testing.Stacks;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No clause stops the classifier. The time-out only ends a test that hangs. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(value = 4, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileChangeTest {

    private static final Classifier CLASSIFIER = Classifier.shipped();
    private static final int MUCH = 300_000;

    static Stream<String> clauses() {
        return Stream.of(
                        "|-",
                        "1.",
                        "1.1 ",
                        "(a)",
                        "§",
                        "[",
                        "](",
                        "[a](",
                        "[a](b) ",
                        "http://",
                        "www.",
                        "*",
                        "_",
                        "`",
                        "\\",
                        "1,",
                        "a'",
                        "a",
                        "a b ",
                        ".",
                        ". ",
                        "a.a ",
                        "\u201c",
                        "'a ",
                        " ",
                        "\n- ",
                        "\u6f22",
                        "\ud83d\ude00",
                        "e\u0301",
                        "2026 ",
                        "1 ",
                        "you tell us what we , , , ",
                        "we will not, except if ",
                        "you may not ",
                        "we may terminate your account at any time. ",
                        "you agree to binding arbitration and waive any class action. ",
                        "we sell your personal data and train models on your content, ")
                .map(piece -> "You " + piece.repeat(MUCH / piece.length()) + " x");
    }

    @ParameterizedTest
    @MethodSource("clauses")
    void aHostileClauseIsClassifiedWhetherItComesGoesOrChanges(String clause) throws Exception {
        String other = scattered(clause);
        ChangeDetected change = Changes.change(
                Changes.added(clause), Changes.removed(clause), Changes.edited(clause, other), Changes.added("x"));
        Classified classified = Stacks.onSmallStack(() -> CLASSIFIER.classify(change, Materiality.MINOR));
        assertEquals(4, classified.provisions().size());
    }

    @Test
    void aChangeThatIsTooMuchIsToldAsNotAssessedWithTheReason() {
        ChangeDetected change = Changes.change(Changes.added("You may leave."), Changes.removed("You must stay."));
        Classified classified = CLASSIFIER.notAssessed(change, Materiality.MINOR, "it took longer than 20 s");
        assertTrue(classified.meaning().alert());
        assertEquals("not-assessed", classified.meaning().alertReason());
        assertTrue(classified.meaning().summary().endsWith("could not be assessed: it took longer than 20 s."));
        assertTrue(classified.provisions().stream()
                .allMatch(provision -> provision.assessment() == Assessment.NOT_ASSESSED));
    }

    @Test
    void aProvisionWhoseTextsWereLeftOutOfTheEventIsNotTakenForUnchanged() {
        TouchedProvision withheld = new TouchedProvision(
                "p1",
                Set.of(ProvisionChange.EDITED),
                List.of(),
                new ProvisionText("p1", null, List.of(), null, "", 0, 900),
                new ProvisionText("p1", null, List.of(), null, "", 0, 905),
                List.of());
        Classified classified = CLASSIFIER.classify(Changes.change(withheld), Materiality.MINOR);
        assertEquals(Assessment.NOT_ASSESSED, classified.provisions().getFirst().assessment());
        assertEquals("not-assessed", classified.meaning().alertReason());
        assertTrue(classified.meaning().alert());
    }

    private static String scattered(String clause) {
        Random random = new Random(clause.length());
        StringBuilder scattered = new StringBuilder(clause);
        for (int i = 0; i < 50; i++) {
            scattered.insert(random.nextInt(scattered.length()), 'z');
        }
        return scattered.toString();
    }
}
