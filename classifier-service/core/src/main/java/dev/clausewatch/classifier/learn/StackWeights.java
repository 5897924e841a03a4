package dev.clausewatch.classifier.learn;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.clausewatch.classifier.rules.RuleResult;
import dev.clausewatch.events.Ids;

/**
 * How much each opinion on a type weighs, as {@code model/stack.yaml} holds it: a logistic regression over the quick model's and the encoder's
 * log odds and whether the rules give the type (stacking, Wolpert 1992).
 *
 * @param encoderId the encoder whose scores it was fitted on
 * @param quickId the quick model, as {@link #quickId} names it
 * @param quick weight of the quick model's log odds
 * @param encoder weight of the encoder's log odds
 * @param rules added where the rules give the type
 * @param bias added always
 */
@JsonPropertyOrder({"encoderId", "quickId", "quick", "encoder", "rules", "bias"})
public record StackWeights(String encoderId, String quickId, double quick, double encoder, double rules, double bias) {

    private static final int ID_DIGITS = 12;

    /** Likelihoods are scores in thousandths: none is surer than this. */
    private static final double LEAST = 0.001;

    /** What tells a quick model from others, by its file. */
    public static String quickId(byte[] file) {
        return "quick-" + Ids.sha256(file).substring(0, ID_DIGITS);
    }

    /** The logarithm of the odds of a likelihood; bounded, since no model is as sure as its figures. */
    public static double logOdds(double likelihood) {
        double bounded = Math.clamp(likelihood, LEAST, 1 - LEAST);
        return StrictMath.log(bounded / (1 - bounded));
    }

    /** How likely a provision has a type of which both models and the rules say this, 0 to 1. */
    double confidence(double quickLikelihood, double encoderLikelihood, RuleResult reading, String type) {
        double score = bias
                + quick * logOdds(quickLikelihood)
                + encoder * logOdds(encoderLikelihood)
                + (reading.decidesFor(type) ? rules : 0);
        return 1 / (1 + StrictMath.exp(-score));
    }
}
