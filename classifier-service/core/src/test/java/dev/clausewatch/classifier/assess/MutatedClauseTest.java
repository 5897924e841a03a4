package dev.clausewatch.classifier.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clausewatch.events.Materiality;
import dev.clausewatch.testing.FixtureTexts;
import dev.clausewatch.testing.Mutations;
import dev.clausewatch.testing.Mutations.Mutated;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Texts that something happened to are classified as clauses that come, go and change. The time-out only ends a test that hangs. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MutatedClauseTest {

    /** Another one: {@code -Dmutations.seed=…}. */
    private static final long SEED = Long.getLong("mutations.seed", 20_261_129);

    private static final int ENOUGH = 500;
    private static final int LONGEST = 250_000;

    private final Classifier classifier = Classifier.shipped();

    @Test
    void everyMutationIsClassified() {
        List<String> texts = FixtureTexts.markdown();
        int each = ENOUGH / texts.size() + 1;
        for (String text : texts) {
            Mutations.ofText(text, SEED).limit(each).forEach(mutated -> classify(text, mutated));
        }
    }

    private void classify(String text, Mutated mutated) {
        String clause = mutated.text().length() <= LONGEST
                ? mutated.text()
                : mutated.text().substring(0, LONGEST);
        try {
            Classified classified = classifier.classify(
                    Changes.change(Changes.added(clause), Changes.removed(clause), Changes.edited(text, clause)),
                    Materiality.MINOR);
            assertEquals(3, classified.provisions().size());
        } catch (RuntimeException | Error e) {
            throw new AssertionError("%s, seed %d".formatted(mutated.name(), SEED), e);
        }
    }
}
