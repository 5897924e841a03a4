package dev.clausewatch.classifier.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.classifier.learn.Hunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EditTest {

    @Test
    void seesWordsOnly() {
        assertTrue(Edit.between("Pay - now,  please", "pay now; please").isEmpty());
        assertTrue(Edit.between("see [here](https://a.example)", "see [here](https://b.example)")
                .isEmpty());
    }

    @Test
    void tellsWhatCameAndWhatWent() {
        assertEquals(
                "-30 +10",
                Edit.between("within 30 days of notice", "within 10 days of notice")
                        .toString());
    }

    @Test
    void tellsReorderedWords() {
        assertTrue(Edit.between("affiliates and partners", "partners and affiliates")
                .isReordering());
    }

    @Test
    void hunksTurnOneTextIntoTheOther() {
        long seed = 20261122;
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            Edit edit = Edit.between(randomText(random), randomText(random));
            assertEquals(edit.after().keys(), apply(edit), "seed " + seed + " round " + round);
        }
    }

    private static List<String> apply(Edit edit) {
        List<String> result = new ArrayList<>();
        int at = 0;
        for (Hunk hunk : edit.hunks()) {
            result.addAll(edit.before().keys().subList(at, hunk.beforeFrom()));
            result.addAll(edit.after().keys().subList(hunk.afterFrom(), hunk.afterTo()));
            at = hunk.beforeTo();
        }
        result.addAll(edit.before().keys().subList(at, edit.before().size()));
        return result;
    }

    private static String randomText(Random random) {
        List<String> words = new ArrayList<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            words.add(List.of("we", "may", "not", "sell", "data").get(random.nextInt(5)));
        }
        return String.join(" ", words);
    }
}
