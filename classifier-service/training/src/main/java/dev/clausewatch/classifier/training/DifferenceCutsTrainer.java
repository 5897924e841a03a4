package dev.clausewatch.classifier.training;

import dev.clausewatch.classifier.learn.DifferenceCuts;
import dev.clausewatch.classifier.learn.DirectionModel;
import dev.clausewatch.events.Direction;
import java.util.Comparator;
import java.util.List;

/** Fits {@link DifferenceCuts} on changes of {@link HeldOutServices}, where no model knows the answers. */
public final class DifferenceCutsTrainer {

    /** This share of the material changes is not called editorial. */
    private static final double KEPT = 0.97;

    /** Of all changes so many may be called worse where they are better, or the other way round. */
    private static final double OPPOSITE = 0.04;

    private DifferenceCutsTrainer() {}

    /**
     * What both models together say of the direction of a change.
     *
     * @param truth what a reader said
     */
    public record Guessed(Direction truth, DirectionModel.Guess guess) {

        boolean isOpposite() {
            return (truth == Direction.WORSE && guess.direction() == Direction.BETTER)
                    || (truth == Direction.BETTER && guess.direction() == Direction.WORSE);
        }
    }

    /**
     * The cuts.
     *
     * @param materialLeads how much speaks for editorial of each material change, in logits
     */
    public static DifferenceCuts fit(String encoderId, List<Double> materialLeads, List<Guessed> guessed) {
        return new DifferenceCuts(encoderId, rounded(editorial(materialLeads)), rounded(lead(guessed)));
    }

    private static double editorial(List<Double> materialLeads) {
        List<Double> sorted = materialLeads.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : Math.max(0, sorted.get((int) Math.ceil(KEPT * sorted.size()) - 1));
    }

    /** The smallest lead from which on few enough are called the opposite. */
    private static double lead(List<Guessed> guessed) {
        List<Double> opposite = guessed.stream()
                .filter(Guessed::isOpposite)
                .map(one -> one.guess().lead())
                .sorted(Comparator.reverseOrder())
                .toList();
        int allowed = (int) (OPPOSITE * guessed.size());
        return opposite.size() <= allowed ? 0 : Math.nextUp(opposite.get(allowed));
    }

    private static double rounded(double cut) {
        return Math.ceil(1000 * cut) / 1000.0;
    }
}
