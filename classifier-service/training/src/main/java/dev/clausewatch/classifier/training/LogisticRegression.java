package dev.clausewatch.classifier.training;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import dev.clausewatch.classifier.learn.LinearModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * One logistic regression a label with a quadratic penalty, by LIBLINEAR's primal solver, which draws no random numbers: the same
 * examples give the same model.
 */
final class LogisticRegression {

    private static final double PRECISION = 0.01;

    /** The score of a label that no example has. */
    private static final double NEVER = -20;

    private LogisticRegression() {}

    /**
     * Fits a model.
     *
     * @param labels what to tell apart; an example may have several
     * @param examples the features of each
     * @param truths the labels of each
     * @param cost the inverse of the penalty
     */
    static LinearModel fit(
            List<String> labels, List<Map<String, Double>> examples, List<Set<String>> truths, double cost) {
        Set<String> names = new TreeSet<>();
        examples.forEach(example -> names.addAll(example.keySet()));
        Map<String, Integer> places = new LinkedHashMap<>();
        names.forEach(name -> places.put(name, places.size() + 1));
        Feature[][] rows =
                examples.stream().map(example -> row(example, places)).toArray(Feature[][]::new);
        double[][] learned = IntStream.range(0, labels.size())
                .parallel()
                .mapToObj(label -> fit(rows, truth(truths, labels.get(label)), places.size(), cost))
                .toArray(double[][]::new);
        Map<String, double[]> weights = new LinkedHashMap<>();
        places.forEach((name, place) -> weights.put(
                name,
                IntStream.range(0, labels.size())
                        .mapToDouble(label -> learned[label][place - 1])
                        .toArray()));
        double[] bias = IntStream.range(0, labels.size())
                .mapToDouble(label -> learned[label][places.size()])
                .toArray();
        return new LinearModel(labels, weights, bias);
    }

    private static double[] truth(List<Set<String>> truths, String label) {
        return truths.stream()
                .mapToDouble(truth -> truth.contains(label) ? 1 : -1)
                .toArray();
    }

    /** In the order of places, with the bias as the last one. */
    private static Feature[] row(Map<String, Double> example, Map<String, Integer> places) {
        List<Feature> row = new ArrayList<>();
        example.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(feature ->
                        row.add(new FeatureNode(places.getOrDefault(feature.getKey(), 0), feature.getValue())));
        row.add(new FeatureNode(places.size() + 1, 1));
        return row.toArray(Feature[]::new);
    }

    /** A weight for each feature, and the bias. */
    private static double[] fit(Feature[][] rows, double[] truth, int features, double cost) {
        double[] weights = new double[features + 1];
        if (IntStream.range(0, truth.length).noneMatch(i -> truth[i] > 0)) {
            weights[features] = NEVER;
            return weights;
        }
        Problem problem = new Problem();
        problem.l = rows.length;
        problem.n = features + 1;
        problem.x = rows;
        problem.y = truth;
        Linear.disableDebugOutput();
        Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR, cost, PRECISION));
        double sign = model.getLabels()[0] == 1 ? 1 : -1;
        double[] learned = model.getFeatureWeights();
        for (int i = 0; i <= features; i++) {
            weights[i] = sign * learned[i];
        }
        return weights;
    }
}
