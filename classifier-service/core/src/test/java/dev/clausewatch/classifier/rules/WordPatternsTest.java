package dev.clausewatch.classifier.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordPatternsTest {

    private static final List<WordPattern> PATTERNS = List.of(
            new WordPattern(List.of("train"), List.of()),
            new WordPattern(List.of("don't", "\u00e9tude", "3d"), List.of("trai")),
            new WordPattern(List.of(), List.of("train", "\u00e9tu")));

    private final WordPatterns patterns = new WordPatterns(PATTERNS, pattern -> new int[] {10 + pattern});

    @Test
    void aWordFitsWhereItIsNamedAndWhereItsBeginningIs() {
        assertEquals(Set.of(0, 1, 2), fitting("train"));
        assertEquals(Set.of(1, 2), fitting("training"));
        assertEquals(Set.of(1), fitting("trail"));
        assertEquals(Set.of(), fitting("tra"));
        assertEquals(Set.of(), fitting("unknown"));
    }

    @Test
    void lettersOfOtherLanguagesFiguresAndApostrophesAreLetters() {
        assertEquals(Set.of(1, 2), fitting("\u00e9tude"));
        assertEquals(Set.of(2), fitting("\u00e9tudes"));
        assertEquals(Set.of(1), fitting("don't"));
        assertEquals(Set.of(1), fitting("3d"));
        assertEquals(Set.of(), fitting("3"));
    }

    @Test
    void phrasesBeginWhereTheirFirstPatternFits() {
        assertEquals(
                Set.of(11, 12),
                Arrays.stream(patterns.fitting("trainer").phrases()).boxed().collect(Collectors.toSet()));
    }

    private Set<Integer> fitting(String word) {
        return patterns.fitting(word).patterns().stream().boxed().collect(Collectors.toSet());
    }
}
