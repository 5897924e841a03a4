package dev.clausewatch.classifier.training;

import dev.clausewatch.classifier.rules.ProvisionInput;
import java.util.Set;

/**
 * A provision with the types that a reader gave it.
 *
 * @param provision the words
 * @param types what it does
 * @param group its service: examples of one service never stand on both sides of a split
 */
public record Example(ProvisionInput provision, Set<String> types, String group) {

    public Example {
        types = Set.copyOf(types);
    }
}
