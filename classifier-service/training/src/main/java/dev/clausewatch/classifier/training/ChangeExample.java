package dev.clausewatch.classifier.training;

import dev.clausewatch.events.Materiality;
import java.util.Map;

/**
 * A change of a provision with the materiality that a reader gave it.
 *
 * @param features by name
 * @param group its service
 */
public record ChangeExample(Map<String, Double> features, Materiality materiality, String group) {

    public ChangeExample {
        features = Map.copyOf(features);
    }
}
