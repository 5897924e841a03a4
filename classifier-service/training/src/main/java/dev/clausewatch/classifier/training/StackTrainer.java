package dev.clausewatch.classifier.training;

import dev.clausewatch.classifier.learn.LinearModel;
import dev.clausewatch.classifier.learn.StackWeights;
import dev.clausewatch.classifier.learn.TypeModel;
import dev.clausewatch.classifier.learn.TypeScorer;
import dev.clausewatch.classifier.rules.RuleResult;
import dev.clausewatch.classifier.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fits {@link StackWeights} on provisions of {@link HeldOutServices}, where neither model knows the answers. */
public final class StackTrainer {

    private static final double COST = 10;
    private static final String QUICK = "quick";
    private static final String ENCODER = "encoder";
    private static final String RULES = "rules";
    private static final String RIGHT = "right";

    private final RuleSet rules;
    private final TypeModel quick;
    private final TypeScorer encoder;

    /** A trainer for these two models. */
    public StackTrainer(RuleSet rules, TypeModel quick, TypeScorer encoder) {
        this.rules = rules;
        this.quick = quick;
        this.encoder = encoder;
    }

    /** One opinion on one type, and whether it is right. */
    private record Opinion(Map<String, Double> features, boolean isRight) {}

    /** Weights of these examples; takes some ten milliseconds an example. */
    public StackWeights fit(List<Example> heldOut) {
        List<Opinion> opinions = heldOut.parallelStream()
                .flatMap(example -> opinions(example).stream())
                .toList();
        LinearModel fitted = LogisticRegression.fit(
                List.of(RIGHT),
                opinions.stream().map(Opinion::features).toList(),
                opinions.stream()
                        .map(opinion -> opinion.isRight() ? Set.of(RIGHT) : Set.<String>of())
                        .toList(),
                COST);
        return new StackWeights(
                encoder.id(),
                StackWeights.quickId(quick.write()),
                rounded(fitted.weight(QUICK, 0)),
                rounded(fitted.weight(ENCODER, 0)),
                rounded(fitted.weight(RULES, 0)),
                rounded(fitted.bias()[0]));
    }

    private List<Opinion> opinions(Example example) {
        RuleResult reading = rules.read(example.provision());
        double[] confidences = quick.confidences(example.provision(), reading);
        double[] scores = encoder.scores(example.provision());
        List<Opinion> opinions = new ArrayList<>();
        for (int i = 0; i < confidences.length; i++) {
            String type = quick.types().get(i);
            Map<String, Double> features = Map.of(
                    QUICK, StackWeights.logOdds(confidences[i]),
                    ENCODER, StackWeights.logOdds(scores[encoder.types().indexOf(type)]),
                    RULES, reading.decidesFor(type) ? 1.0 : 0.0);
            opinions.add(new Opinion(features, example.types().contains(type)));
        }
        return opinions;
    }

    private static double rounded(double weight) {
        return Math.round(1000 * weight) / 1000.0;
    }
}
