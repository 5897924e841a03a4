package dev.clausewatch.classifier.learn;

import dev.clausewatch.events.Materiality;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much the change of a provision matters, from the features of the edit. A change is editorial only where that is much likelier
 * than material: how much is set so that few material ones are lost. Immutable and thread-safe.
 */
public final class MaterialityModel {

    private static final String FORMAT = "clausewatch-materiality 1";
    private static final List<Materiality> LABELS =
            List.of(Materiality.EDITORIAL, Materiality.MINOR, Materiality.MATERIAL);

    /** Chosen by cross-validation on the development changes among 0.1, 0.3, 1 and 3. */
    private static final double COST = 3;

    /** This share of the material changes that training left out is not called editorial. */
    private static final double KEPT = 0.97;

    private static final int FOLDS = 5;

    private final LinearModel model;
    private final double cut;

    private MaterialityModel(LinearModel model, double cut) {
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

    /** Trains a model; the same examples in the same order give the same one. */
    public static MaterialityModel train(List<ChangeExample> examples) {
        List<Double> material = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int out = fold;
            LinearModel model = fit(examples.stream()
                    .filter(example -> Folds.of(example.group(), FOLDS) != out)
                    .toList());
            examples.stream()
                    .filter(example -> Folds.of(example.group(), FOLDS) == out)
                    .filter(example -> example.materiality() == Materiality.MATERIAL)
                    .forEach(example -> material.add(editorialLead(model, example.features())));
        }
        List<Double> sorted = material.stream().sorted().toList();
        int place = (int) Math.ceil(KEPT * sorted.size()) - 1;
        return new MaterialityModel(fit(examples), sorted.isEmpty() ? 1 : Math.max(0, sorted.get(Math.max(0, place))));
    }

    private static LinearModel fit(List<ChangeExample> examples) {
        return LogisticRegression.fit(
                LABELS.stream().map(Enum::name).toList(),
                examples.stream().map(ChangeExample::features).toList(),
                examples.stream()
                        .map(example -> Set.of(example.materiality().name()))
                        .toList(),
                COST);
    }

    /** How much a change with these features matters. */
    public Materiality judge(Map<String, Double> features) {
        if (editorialLead(model, features) > cut) {
            return Materiality.EDITORIAL;
        }
        double[] scores = model.scores(features);
        return scores[2] >= scores[1] ? Materiality.MATERIAL : Materiality.MINOR;
    }

    /** How much likelier editorial is than material, -1 to 1. */
    private static double editorialLead(LinearModel model, Map<String, Double> features) {
        double[] scores = model.scores(features);
        return likelihood(scores[0]) - likelihood(scores[2]);
    }

    private static double likelihood(double score) {
        return 1 / (1 + Math.exp(-score));
    }
}
