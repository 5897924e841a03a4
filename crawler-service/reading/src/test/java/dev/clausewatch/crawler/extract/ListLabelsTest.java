package dev.clausewatch.crawler.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListLabelsTest {

    @ParameterizedTest
    @CsvSource({
        "1, 7, 7.",
        "a, 1, a.",
        "a, 26, z.",
        "a, 27, aa.",
        "A, 703, AAA.",
        "i, 4, iv.",
        "I, 1994, MCMXCIV.",
        "i, 0, 0.",
        "a, -1, -1."
    })
    void printsLabelsAsABrowserDoes(String type, int number, String label) {
        assertEquals(label, ListLabels.label(type, number));
    }
}
