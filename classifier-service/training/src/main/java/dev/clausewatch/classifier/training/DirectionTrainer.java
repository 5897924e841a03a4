package dev.clausewatch.classifier.training;

import dev.clausewatch.classifier.learn.DirectionModel;
import dev.clausewatch.classifier.learn.LinearModel;
import dev.clausewatch.events.Direction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Trains a {@link DirectionModel}. Each change is learned from twice, as it is and taken back, since what is worse one way is better the other.
 * How sure the model must be before it says worse or better is set on changes that were left out.
 */
public final class DirectionTrainer {

    /** Chosen by cross-validation on the development changes among 0.1, 0.3 and 1. */
    private static final double COST = 0.3;

    /** Of the changes that training left out and that are said to be worse or better, at least this share is. */
    private static final double RIGHT = 0.7;

    private static final int FOLDS = 5;

    private DirectionTrainer() {}

    /** Trains a model; the same examples in the same order give the same one. */
    public static DirectionModel train(List<DirectionExample> examples) {
        List<Said> said = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int out = fold;
            LinearModel model = fit(examples.stream()
                    .filter(example -> Folds.of(example.group(), FOLDS) != out)
                    .toList());
            for (DirectionExample example : examples) {
                DirectionModel.Guess guess =
                        DirectionModel.guess(model, example.reading().features());
                if (Folds.of(example.group(), FOLDS) == out && guess.isSided()) {
                    said.add(new Said(guess.lead(), guess.direction() == example.direction()));
                }
            }
        }
        return new DirectionModel(fit(examples), lead(said));
    }

    /** What a model said of a change that it had not seen. */
    private record Said(double lead, boolean right) {}

    /** The smallest lead from which on enough is right. */
    private static double lead(List<Said> said) {
        List<Said> surestFirst = said.stream()
                .sorted(Comparator.comparingDouble(Said::lead).reversed())
                .toList();
        double lead = 1;
        int right = 0;
        for (int place = 0; place < surestFirst.size(); place++) {
            Said one = surestFirst.get(place);
            right += one.right() ? 1 : 0;
            boolean isLastOfItsLead = place + 1 == surestFirst.size()
                    || surestFirst.get(place + 1).lead() < one.lead();
            if (isLastOfItsLead && right >= RIGHT * (place + 1)) {
                lead = one.lead();
            }
        }
        return lead;
    }

    private static LinearModel fit(List<DirectionExample> examples) {
        List<Map<String, Double>> features = new ArrayList<>();
        List<Set<String>> truths = new ArrayList<>();
        for (DirectionExample example : examples) {
            features.add(example.reading().features());
            truths.add(Set.of(example.direction().name()));
            features.add(example.reading().takenBack());
            truths.add(Set.of(opposite(example.direction()).name()));
        }
        return LogisticRegression.fit(
                DirectionModel.LABELS.stream().map(Enum::name).toList(), features, truths, COST);
    }

    private static Direction opposite(Direction direction) {
        return switch (direction) {
            case WORSE -> Direction.BETTER;
            case BETTER -> Direction.WORSE;
            case MIXED, NEUTRAL, UNKNOWN -> direction;
        };
    }
}
