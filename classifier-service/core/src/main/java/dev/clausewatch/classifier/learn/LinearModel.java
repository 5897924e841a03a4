package dev.clausewatch.classifier.learn;

import java.util.List;
import java.util.Map;

/** A score for each label: the weights of the features that are there, times their values, and a bias. Immutable. */
public final class LinearModel {

    private final List<String> labels;
    private final Map<String, double[]> weights;
    private final double[] bias;

    /**
     * A model.
     *
     * @param weights of each feature, one per label
     * @param bias one per label
     */
    public LinearModel(List<String> labels, Map<String, double[]> weights, double[] bias) {
        this.labels = List.copyOf(labels);
        this.weights = weights;
        this.bias = bias.clone();
    }

    List<String> labels() {
        return labels;
    }

    double[] scores(Map<String, Double> features) {
        double[] scores = bias.clone();
        features.forEach((name, value) -> {
            double[] row = weights.get(name);
            for (int label = 0; row != null && label < scores.length; label++) {
                scores[label] += row[label] * value;
            }
        });
        return scores;
    }

    boolean knows(String feature) {
        return weights.containsKey(feature);
    }

    /** The weight of a feature for a label; nought for one it does not know. */
    public double weight(String feature, int label) {
        double[] row = weights.get(feature);
        return row == null ? 0 : row[label];
    }

    Map<String, double[]> weights() {
        return weights;
    }

    /** One per label. */
    public double[] bias() {
        return bias.clone();
    }
}
