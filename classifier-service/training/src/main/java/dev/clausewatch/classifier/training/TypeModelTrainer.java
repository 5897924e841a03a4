package dev.clausewatch.classifier.training;

import dev.clausewatch.classifier.learn.Calibration;
import dev.clausewatch.classifier.learn.LinearModel;
import dev.clausewatch.classifier.learn.TypeModel;
import dev.clausewatch.classifier.learn.Vocabulary;
import dev.clausewatch.classifier.rules.ProvisionInput;
import dev.clausewatch.classifier.rules.RuleResult;
import dev.clausewatch.classifier.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Trains a {@link TypeModel}, and its calibration on scores of examples that were left out. */
public final class TypeModelTrainer {

    /** Chosen by cross-validation on the development provisions among 3, 10, 30 and 100. */
    private static final double COST = 10;

    /** Chosen by cross-validation on the development provisions among 100 to 300. */
    private static final int DIRECTIONS = 200;

    /** So many parts are left out in turn for the calibration. */
    private static final int CALIBRATION_FOLDS = 3;

    private static final String SCORE = "score";
    private static final String RIGHT = "right";

    private static final Calibration UNCALIBRATED = new Calibration(1, 0);

    private final RuleSet rules;
    private final List<String> types;

    /**
     * A trainer.
     *
     * @param rules whose findings the model learns to weigh
     * @param types what it learns to find
     */
    public TypeModelTrainer(RuleSet rules, List<String> types) {
        this.rules = rules;
        this.types = List.copyOf(types);
    }

    /** An example with what the rules say of it. */
    private record Read(Example example, RuleResult rules) {}

    /** A model of these examples; the same examples in the same order give the same model. */
    public TypeModel train(List<Example> examples) {
        List<Read> read = examples.parallelStream()
                .map(example -> new Read(example, rules.read(example.provision())))
                .toList();
        Answers alone = new Answers();
        Answers withRules = new Answers();
        for (int fold = 0; fold < CALIBRATION_FOLDS; fold++) {
            int out = fold;
            TypeModel model = fit(read.stream().filter(one -> fold(one) != out).toList(), UNCALIBRATED, UNCALIBRATED);
            for (Read one : read.stream().filter(each -> fold(each) == out).toList()) {
                double[] scores = model.scores(one.example().provision(), one.rules());
                for (int i = 0; i < scores.length; i++) {
                    String type = types.get(i);
                    (one.rules().decidesFor(type) ? withRules : alone)
                            .add(scores[i], one.example().types().contains(type));
                }
            }
        }
        return fit(read, alone.curve(), withRules.curve());
    }

    /** Scores of examples that were left out, and whether each type was right. */
    private static final class Answers {

        private final List<Map<String, Double>> scores = new ArrayList<>();
        private final List<Set<String>> right = new ArrayList<>();

        void add(double score, boolean isRight) {
            scores.add(Map.of(SCORE, score));
            right.add(isRight ? Set.of(RIGHT) : Set.of());
        }

        Calibration curve() {
            LinearModel curve = LogisticRegression.fit(List.of(RIGHT), scores, right, COST);
            return new Calibration(curve.weight(SCORE, 0), curve.bias()[0]);
        }
    }

    private static int fold(Read read) {
        return Folds.of(read.example().group(), CALIBRATION_FOLDS);
    }

    private TypeModel fit(List<Read> examples, Calibration alone, Calibration withRules) {
        List<ProvisionInput> provisions =
                examples.stream().map(one -> one.example().provision()).toList();
        Vocabulary vocabulary = new Vocabulary(
                Vocabulary.rarities(
                        provisions, examples.stream().map(Read::rules).toList()),
                LatentSpaceTrainer.train(provisions, DIRECTIONS));
        List<Map<String, Double>> features = examples.parallelStream()
                .map(one -> vocabulary.features(one.example().provision(), one.rules()))
                .toList();
        List<Set<String>> truths =
                examples.stream().map(one -> one.example().types()).toList();
        return new TypeModel(vocabulary, LogisticRegression.fit(types, features, truths, COST), alone, withRules);
    }
}
