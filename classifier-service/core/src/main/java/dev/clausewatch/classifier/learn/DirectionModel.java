package dev.clausewatch.classifier.learn;

import dev.clausewatch.events.Direction;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Whether a difference is worse or better for those bound, from the features of the edit. Where it cannot tell worse from better by enough,
 * it does not say: a wrong word does more harm than none. Immutable and thread-safe.
 */
public final class DirectionModel {

    private static final String FORMAT = "clausewatch-direction 1";

    /** What it tells apart, in the order of the labels of its linear model. */
    public static final List<Direction> LABELS =
            List.of(Direction.WORSE, Direction.BETTER, Direction.MIXED, Direction.NEUTRAL);

    private static final int WORSE = 0;
    private static final int BETTER = 1;

    private final LinearModel model;
    private final double lead;

    /**
     * A model.
     *
     * @param model with a label for each of {@link #LABELS}
     * @param lead how much likelier worse must be than better, or the other way round, to be said; 0 to 1
     */
    public DirectionModel(LinearModel model, double lead) {
        this.model = model;
        this.lead = lead;
    }

    /**
     * The model in a file.
     *
     * @throws IllegalArgumentException if it holds none
     */
    public static DirectionModel read(byte[] file) {
        LinearModelFile.Content content = LinearModelFile.read(FORMAT, file);
        return new DirectionModel(content.model(), content.numbers().getFirst());
    }

    /** As {@link #read} takes it; weights are rounded to thousandths. */
    public byte[] write() {
        return LinearModelFile.write(FORMAT, new LinearModelFile.Content(model, List.of(lead), Map.of()));
    }

    /** The direction of a difference with these features; nothing where it is not clear. */
    public Optional<Direction> judge(Map<String, Double> features) {
        return guess(model, features).from(lead);
    }

    /** The likeliest direction with the encoder's opinion beside. */
    public Guess guess(Map<String, Double> features, DifferenceOpinion opinion) {
        return opinion.direction(model.scores(features));
    }

    /**
     * The likeliest direction.
     *
     * @param lead how much likelier worse is than better, or the other way round, whichever is more, 0 to 1
     */
    public record Guess(Direction direction, double lead) {

        /** Whether it says worse or better. */
        public boolean isSided() {
            return direction == Direction.WORSE || direction == Direction.BETTER;
        }

        /** The direction; nothing where it says worse or better and leads by less than this. */
        public Optional<Direction> from(double least) {
            return isSided() && lead < least ? Optional.empty() : Optional.of(direction);
        }
    }

    /** What a linear model with these labels holds likeliest. */
    public static Guess guess(LinearModel model, Map<String, Double> features) {
        return likeliest(DoubleStream.of(model.scores(features))
                .map(DirectionModel::likelihood)
                .toArray());
    }

    /** The likeliest of {@link #LABELS}. */
    static Guess likeliest(double[] likelihoods) {
        int best = 0;
        for (int label = 1; label < likelihoods.length; label++) {
            best = likelihoods[label] > likelihoods[best] ? label : best;
        }
        return new Guess(LABELS.get(best), Math.abs(likelihoods[WORSE] - likelihoods[BETTER]));
    }

    /**
     * Which of some features speaks most for a direction and against the opposite.
     *
     * @param direction worse or better
     * @return nothing where none does
     */
    public Optional<String> strongest(Direction direction, Collection<String> features) {
        int sign = direction == Direction.WORSE ? 1 : -1;
        return features.stream()
                .filter(feature -> sign * leaning(feature) > 0)
                .max(Comparator.comparingDouble(feature -> sign * leaning(feature)));
    }

    private double leaning(String feature) {
        return model.weight(feature, WORSE) - model.weight(feature, BETTER);
    }

    private static double likelihood(double score) {
        return 1 / (1 + Math.exp(-score));
    }
}
