package dev.clausewatch.classifier.assess;

import java.util.Map;

/**
 * What the model of direction learns from in the change of a provision.
 *
 * @param features by name
 * @param takenBack those of the change from the new words to the old: what is worse is better there
 */
public record DirectionReading(Map<String, Double> features, Map<String, Double> takenBack) {

    public DirectionReading {
        features = Map.copyOf(features);
        takenBack = Map.copyOf(takenBack);
    }
}
