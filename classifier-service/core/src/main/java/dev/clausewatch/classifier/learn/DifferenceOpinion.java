package dev.clausewatch.classifier.learn;

import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.Severity;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * What the encoder says of a difference, weighed with what the quick models say. How much each counts was chosen on services that no model
 * learned from; how sure it must be, {@link DifferenceCuts} says.
 */
public final class DifferenceOpinion {

    /** A type of the clause that speaks for itself less than this is not one of the difference; a logit. */
    private static final double CONCERNED = -2.0;

    /** What the quick model's logits of direction count beside the encoder's. */
    private static final double QUICK_DIRECTION = 0.5;

    /** Medium and high are rare, and are said where they are so much less likely than low; a logit. */
    private static final double MORE_THAN_LOW = 0.5;

    private final Map<String, Double> logits;

    DifferenceOpinion(Map<String, Double> logits) {
        this.logits = Map.copyOf(logits);
    }

    /** How severe it is. */
    public Severity severity() {
        Severity more = logit(Severity.HIGH) > logit(Severity.MEDIUM) ? Severity.HIGH : Severity.MEDIUM;
        return logit(more) + MORE_THAN_LOW >= logit(Severity.LOW) ? more : Severity.LOW;
    }

    /** Whether the words that changed concern a type. */
    public boolean concerns(String type) {
        return logits.getOrDefault(type, 0.0) >= CONCERNED;
    }

    /** How much speaks for editorial against material, beside what the quick model says. */
    public double editorialLead(double quickLead) {
        return quickLead + logit(Materiality.EDITORIAL) - logit(Materiality.MATERIAL);
    }

    /** Material or minor, of a change that is not editorial. */
    Materiality substance() {
        return logit(Materiality.MATERIAL) >= logit(Materiality.MINOR) ? Materiality.MATERIAL : Materiality.MINOR;
    }

    /**
     * The likeliest direction.
     *
     * @param quick the quick model's scores, in the order of {@link DirectionModel#LABELS}
     */
    public DirectionModel.Guess direction(double[] quick) {
        double[] scores = new double[quick.length];
        for (int label = 0; label < scores.length; label++) {
            scores[label] = logit(DirectionModel.LABELS.get(label)) + QUICK_DIRECTION * quick[label];
        }
        double total = DoubleStream.of(scores).map(StrictMath::exp).sum();
        return DirectionModel.likeliest(DoubleStream.of(scores)
                .map(score -> StrictMath.exp(score) / total)
                .toArray());
    }

    private double logit(Enum<?> label) {
        return logits.getOrDefault(label.name().toLowerCase(Locale.ROOT), 0.0);
    }
}
