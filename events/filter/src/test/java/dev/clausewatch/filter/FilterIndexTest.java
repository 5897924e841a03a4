package dev.clausewatch.filter;

import static dev.clausewatch.filter.Changed.provision;
import static dev.clausewatch.filter.FilterTest.filter;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class FilterIndexTest {

    private final FilterIndex<Integer> index = new FilterIndex<>();

    @Test
    void findsThoseThatNameThePlatformAndThoseThatNameNone() {
        index.put(4, filter("{'platforms': ['NIMBUS chat', 'Other']}"));
        index.put(2, filter("{}"));
        index.put(3, filter("{'platforms': ['Other']}"));
        index.put(1, filter("{'areas': ['data-protection']}"));
        index.put(5, filter("{'platforms': ['Nimbus Chat'], 'areas': ['copyright']}"));
        ChangeFacts change = Changed.of(provision("a"));
        assertEquals(List.of(1, 2, 4), index.matching(change));
        assertEquals(List.of(1, 2, 4, 5), index.matching(change.document()));
    }

    @Test
    void aFilterThatIsReplacedOrRemovedIsForgotten() {
        ChangeFacts change = Changed.of(provision("a"));
        index.put(1, filter("{'platforms': ['Nimbus Chat']}"));
        index.put(2, filter("{}"));
        index.put(1, filter("{'platforms': ['Other']}"));
        assertEquals(List.of(2), index.matching(change));
        index.put(1, filter("{'words': 'sell'}"));
        assertEquals(List.of(1, 2), index.matching(change));
        index.remove(2);
        index.remove(3);
        assertEquals(List.of(1), index.matching(change));
    }

    /** Filters whose words did not change are not looked at; the others are found all the same. */
    @Test
    void findsWhatTheFiltersSayOneByOne() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<Integer, Filter> filters = new TreeMap<>();
        for (int key = 0; key < 300; key++) {
            filters.put(
                    key,
                    filter("{%s'words': '%s'}"
                            .formatted(random.nextBoolean() ? "'platforms': ['Other'], " : "", words(random))));
            index.put(key, Objects.requireNonNull(filters.get(key)));
        }
        for (int key = 0; key < 300; key += 7) {
            index.remove(key);
            filters.remove(key);
        }
        for (int i = 0; i < 100; i++) {
            ChangeFacts change = Changed.of(
                    provision("a").words(null, word(random) + " " + word(random)),
                    provision("b").words(word(random), null),
                    i % 10 == 0 ? provision("c").withoutTexts() : provision("c"));
            List<Integer> matching = filters.entrySet().stream()
                    .filter(entry -> entry.getValue().matches(change))
                    .map(Map.Entry::getKey)
                    .toList();
            assertEquals(matching, index.matching(change), "seed " + seed);
            assertTrue(index.maybeMatching(change).containsAll(matching));
        }
    }

    @Test
    void whenThereIsNoTimeForWordsTheyAreNotAsked() {
        index.put(1, filter("{'words': 'rent'}"));
        index.put(2, filter("{'words': 'sell', 'areas': ['copyright']}"));
        ChangeFacts change = Changed.of(provision("a"));
        assertEquals(List.of(), index.matching(change));
        assertEquals(List.of(1), index.maybeMatching(change));
    }

    @Test
    void stopsWhenItIsInterrupted() {
        index.put(1, filter("{}"));
        ChangeFacts change = Changed.of(provision("a"));
        Thread.currentThread().interrupt();
        try {
            assertThrows(CancellationException.class, () -> index.matching(change));
        } finally {
            assertTrue(Thread.interrupted());
        }
    }

    private static String words(Random random) {
        String one = word(random);
        String other = word(random);
        return switch (random.nextInt(6)) {
            case 0 -> one + " OR " + other + "x";
            case 1 -> one + "x AND " + other;
            case 2 -> "\\\"" + one + " " + other + "\\\"";
            case 3 -> one.substring(0, 3) + "*";
            case 4 -> one + " AND (NOT " + other + "x)";
            default -> "(" + one + " OR " + other + ") AND (sol* OR " + one + ")";
        };
    }

    private static String word(Random random) {
        return List.of("alpha", "alto", "beta", "solo", "solar", "theta", "data", "sell")
                .get(random.nextInt(8));
    }
}
