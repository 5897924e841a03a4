package dev.clausewatch.classifier.rules;

import java.util.List;

/**
 * What one word of a phrase may be: {@code use|access|train*}.
 *
 * @param exact whole words
 * @param stems what words may begin with
 */
record WordPattern(List<String> exact, List<String> stems) {

    WordPattern {
        exact = List.copyOf(exact);
        stems = List.copyOf(stems);
    }
}
