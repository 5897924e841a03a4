package dev.clausewatch.diff.change;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.EventCodec;
import dev.clausewatch.events.Limits;
import dev.clausewatch.events.TextFormat;
import dev.clausewatch.testing.FixtureTexts;
import dev.clausewatch.testing.Mutations;
import dev.clausewatch.testing.Mutations.Mutated;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Texts that something happened to are compared, there and back, and never stop the differ. The time-out only ends a test that hangs. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MutatedTextTest {

    /** Another one: {@code -Dmutations.seed=…}. */
    private static final long SEED = Long.getLong("mutations.seed", 20_261_129);

    private static final int ENOUGH = 500;

    @Test
    void everyMutationIsComparedThereAndBack() {
        List<String> texts = FixtureTexts.markdown();
        int each = ENOUGH / texts.size() + 1;
        for (String text : texts) {
            Mutations.ofText(text, SEED).limit(each).forEach(mutated -> compare(text, mutated));
        }
    }

    private static void compare(String text, Mutated mutated) {
        try {
            Story story = new Story();
            story.captured(TextFormat.normalize(text));
            fits(story.captured(shortened(mutated.text())));
            fits(story.captured(TextFormat.normalize(text + "\n\nYou may leave at any time.\n")));
        } catch (RuntimeException | Error e) {
            throw new AssertionError("%s, seed %d".formatted(mutated.name(), SEED), e);
        }
    }

    /** As the crawler does it: a larger text is no snapshot. */
    private static String shortened(String text) {
        String normal = TextFormat.normalize(text);
        return normal.length() <= Limits.TEXT_BYTES / 4 ? normal : normal.substring(0, Limits.TEXT_BYTES / 4);
    }

    private static void fits(ChangeDetected change) {
        assertNotEquals(ChangeKind.UNKNOWN, change.verdict().kind());
        assertTrue(EventCodec.write(change).length <= Limits.EVENT_BYTES);
    }
}
