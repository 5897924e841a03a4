package dev.clausewatch.classifier.assess;

import java.util.Map;

/**
 * What the model of materiality learns from in the change of a provision.
 *
 * @param features by name
 * @param isNeverEditorial whether a rule keeps the change from being called editorial, whatever the model says
 */
public record EditReading(Map<String, Double> features, boolean isNeverEditorial) {

    public EditReading {
        features = Map.copyOf(features);
    }
}
