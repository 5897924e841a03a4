package dev.clausewatch.gateway.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clausewatch.events.TextFormat;
import dev.clausewatch.testing.FixtureTexts;
import dev.clausewatch.testing.Mutations;
import dev.clausewatch.testing.Mutations.Mutated;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Texts that something happened to are shown, line by line. The time-out only ends a test that hangs. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MutatedTextBlockTest {

    /** Another one: {@code -Dmutations.seed=…}. */
    private static final long SEED = Long.getLong("mutations.seed", 20_261_129);

    private static final int ENOUGH = 500;

    @Test
    void everyMutationIsShown() {
        List<String> texts = FixtureTexts.markdown();
        int each = ENOUGH / texts.size() + 1;
        for (String text : texts) {
            Mutations.ofText(text, SEED).limit(each).forEach(MutatedTextBlockTest::show);
        }
    }

    private static void show(Mutated mutated) {
        try {
            String text = TextFormat.normalize(mutated.text());
            long lines = text.lines()
                    .filter(line -> !line.isBlank())
                    .filter(line -> !line.matches("\\|[-: |]+\\|"))
                    .count();
            assertEquals(lines, TextBlock.of(text).size());
        } catch (RuntimeException | Error e) {
            throw new AssertionError("%s, seed %d".formatted(mutated.name(), SEED), e);
        }
    }
}
