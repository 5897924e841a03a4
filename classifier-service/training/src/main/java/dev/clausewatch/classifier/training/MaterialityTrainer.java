package dev.clausewatch.classifier.training;

import dev.clausewatch.classifier.learn.LinearModel;
import dev.clausewatch.classifier.learn.MaterialityModel;
import dev.clausewatch.events.Materiality;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Trains a {@link MaterialityModel}, and sets its cut on changes that were left out. */
public final class MaterialityTrainer {

    /** Chosen by cross-validation on the development changes among 0.1, 0.3, 1 and 3. */
    private static final double COST = 3;

    /** This share of the material changes that training left out is not called editorial. */
    private static final double KEPT = 0.97;

    private static final int FOLDS = 5;

    private MaterialityTrainer() {}

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
                    .forEach(example -> material.add(editorialLead(model, example)));
        }
        List<Double> sorted = material.stream().sorted().toList();
        int place = (int) Math.ceil(KEPT * sorted.size()) - 1;
        return new MaterialityModel(fit(examples), sorted.isEmpty() ? 1 : Math.max(0, sorted.get(Math.max(0, place))));
    }

    /** What a rule keeps is not lost, whatever the model says. */
    private static double editorialLead(LinearModel model, ChangeExample example) {
        return example.edit().isNeverEditorial() ? -1 : MaterialityModel.editorialLead(model, example.features());
    }

    private static LinearModel fit(List<ChangeExample> examples) {
        return LogisticRegression.fit(
                MaterialityModel.LABELS.stream().map(Enum::name).toList(),
                examples.stream().map(ChangeExample::features).toList(),
                examples.stream()
                        .map(example -> Set.of(example.materiality().name()))
                        .toList(),
                COST);
    }
}
