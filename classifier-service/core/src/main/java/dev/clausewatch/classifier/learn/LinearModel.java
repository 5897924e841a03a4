package dev.clausewatch.classifier.learn;

import java.util.List;
import java.util.Map;

/** A score for each label: the weights of the features that are there, times their values, and a bias. Immutable. */
public final class LinearModel {

    private static final double[] UNKNOWN = {};

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
        features.forEach((name, value) -> add(row(name), value, scores));
        return scores;
    }

    /** Adds what a feature of these weights weighs. */
    static void add(double[] row, double value, double[] scores) {
        for (int label = 0; label < row.length; label++) {
            scores[label] += row[label] * value;
        }
    }

    /** The weights of a feature, one per label; none for one it does not know. */
    double[] row(String feature) {
        return weights.getOrDefault(feature, UNKNOWN);
    }

    boolean knows(String feature) {
        return weights.containsKey(feature);
    }

    /** The weight of a feature for a label; nought for one it does not know. */
    public double weight(String feature, int label) {
        double[] row = row(feature);
        return row.length == 0 ? 0 : row[label];
    }

    Map<String, double[]> weights() {
        return weights;
    }

    /** One per label. */
    public double[] bias() {
        return bias.clone();
    }
}
