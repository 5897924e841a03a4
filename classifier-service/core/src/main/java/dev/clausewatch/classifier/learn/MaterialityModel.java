package dev.clausewatch.classifier.learn;

import dev.clausewatch.events.Materiality;
import java.util.List;
import java.util.Map;

/**
 * How much the change of a provision matters, from the features of the edit. A change is editorial only where that is much likelier
 * than material: how much is set so that few material ones are lost. Immutable and thread-safe.
 */
public final class MaterialityModel {

    private static final String FORMAT = "clausewatch-materiality 1";
    /** What it tells apart, in the order of the labels of its linear model. */
    public static final List<Materiality> LABELS =
            List.of(Materiality.EDITORIAL, Materiality.MINOR, Materiality.MATERIAL);

    private final LinearModel model;
    private final double cut;

    /**
     * A model.
     *
     * @param model with a label for each of {@link #LABELS}
     * @param cut a change is editorial where it is more than so much likelier editorial than material, 0 to 1
     */
    public MaterialityModel(LinearModel model, double cut) {
        this.model = model;
        this.cut = cut;
    }

    /**
     * The model in a file.
     *
     * @throws IllegalArgumentException if it holds none
     */
    public static MaterialityModel read(byte[] file) {
        LinearModelFile.Content content = LinearModelFile.read(FORMAT, file);
        return new MaterialityModel(content.model(), content.numbers().get(0));
    }

    /** As {@link #read} takes it; weights are rounded to thousandths. */
    public byte[] write() {
        return LinearModelFile.write(FORMAT, new LinearModelFile.Content(model, List.of(cut), Map.of()));
    }

    /** How much a change with these features matters. */
    public Materiality judge(Map<String, Double> features) {
        double[] scores = model.scores(features);
        if (editorialLead(scores) > cut) {
            return Materiality.EDITORIAL;
        }
        return scores[2] >= scores[1] ? Materiality.MATERIAL : Materiality.MINOR;
    }

    /** The same with the encoder's opinion, which decides between minor and material. */
    public Materiality judge(Map<String, Double> features, DifferenceOpinion opinion, double editorialCut) {
        return editorialLead(features, opinion) > editorialCut ? Materiality.EDITORIAL : opinion.substance();
    }

    /** How much speaks for editorial against material, by both models; in logits. */
    public double editorialLead(Map<String, Double> features, DifferenceOpinion opinion) {
        double[] scores = model.scores(features);
        return opinion.editorialLead(scores[0] - scores[2]);
    }

    /** How much likelier editorial is than material, -1 to 1. */
    public static double editorialLead(LinearModel model, Map<String, Double> features) {
        return editorialLead(model.scores(features));
    }

    private static double editorialLead(double[] scores) {
        return likelihood(scores[0]) - likelihood(scores[2]);
    }

    private static double likelihood(double score) {
        return 1 / (1 + Math.exp(-score));
    }
}
