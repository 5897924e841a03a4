package dev.clausewatch.classifier.assess;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Numbers that are written as words: {@code seven}, {@code thirty}, {@code twenty-four}. */
final class NumberWords {

    private static final String[] ONES = {
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen"
    };
    private static final String[] TENS = {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
    private static final int TEN = 10;
    private static final Map<String, Integer> VALUES = values();

    private NumberWords() {}

    private static Map<String, Integer> values() {
        Map<String, Integer> values = new HashMap<>();
        for (int i = 0; i < ONES.length; i++) {
            values.put(ONES[i], i + 1);
        }
        for (int tens = 0; tens < TENS.length; tens++) {
            int value = TEN * (tens + 2);
            values.put(TENS[tens], value);
            for (int ones = 1; ones < TEN; ones++) {
                values.put(TENS[tens] + ONES[ones - 1], value + ones);
            }
        }
        values.put("hundred", 100);
        values.put("thousand", 1000);
        values.put("million", 1_000_000);
        values.put("billion", 1_000_000_000);
        return Map.copyOf(values);
    }

    /** All of them. */
    static Set<String> all() {
        return VALUES.keySet();
    }

    /** What a word says, by its {@link WordKey}; empty if it is no number. */
    static Optional<Integer> value(String key) {
        return Optional.ofNullable(VALUES.get(key));
    }
}
