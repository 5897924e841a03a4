package dev.clausewatch.classifier.learn;

/**
 * Turns a score into the share of such answers that is right: a logistic curve fitted on scores of examples that the model did not
 * learn from (Platt 1999).
 */
public record Calibration(double slope, double offset) {

    /** The share of such answers that is right, 0 to 1. */
    public double confidence(double score) {
        return 1 / (1 + StrictMath.exp(-(slope * score + offset)));
    }
}
