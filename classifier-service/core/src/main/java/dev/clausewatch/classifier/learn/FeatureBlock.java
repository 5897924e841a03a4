package dev.clausewatch.classifier.learn;

import java.util.List;
import java.util.Map;

/**
 * Features of one kind, such as the grams of the text: how often each occurs, weighed by how rare it is (sublinear tf-idf as scikit-learn
 * computes it), all of them together of one length. Immutable.
 */
final class FeatureBlock {

    private final List<String> names;
    private final int prefix;
    private final double[] rarities;
    private final double length;
    private final int first;

    /**
     * A block.
     *
     * @param prefix what the names of its features begin with
     * @param names of its features in their order
     * @param rarities of features of all kinds by their names
     * @param first the number of its first feature; the others have the next ones
     */
    FeatureBlock(String prefix, List<String> names, Map<String, Double> rarities, double length, int first) {
        this.names = List.copyOf(names);
        this.prefix = prefix.length();
        this.rarities = names.stream().mapToDouble(rarities::get).toArray();
        this.length = length;
        this.first = first;
    }

    /** The names of its features in their order. */
    List<String> names() {
        return names;
    }

    /** The same without their prefix. */
    List<String> entries() {
        return names.stream().map(name -> name.substring(prefix)).toList();
    }

    /** How much rarer than others the feature at a place is. */
    double rarity(int place) {
        return rarities[place];
    }

    /** The features that occur, in the order of their names. */
    void features(int[] places, Features features) {
        Counts counts = new Counts(places);
        double[] values = new double[counts.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = LatentSpace.sublinear(counts.count(i)) * rarities[counts.place(i)];
        }
        double norm = Math.sqrt(sumOfSquares(values));
        for (int i = 0; i < values.length; i++) {
            features.add(first + counts.place(i), length * values[i] / norm);
        }
    }

    /** Compensated for what rounding loses (Kahan 1965): the weights were learnt with it. */
    private static double sumOfSquares(double[] values) {
        double sum = 0;
        double lost = 0;
        for (double value : values) {
            double summand = value * value - lost;
            double next = sum + summand;
            lost = next - sum - summand;
            sum = next;
        }
        return sum - lost;
    }

    /** The number of the feature at a place. */
    int number(int place) {
        return first + place;
    }
}
