package dev.clausewatch.cli.classifier;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts how labels were found and missed: F1 over all of them and label by label. */
final class LabelFigures {

    /** Labels that are rarer say nothing about quality. */
    private static final int FEWEST = 5;

    private static final int WORST = 10;

    private final Map<String, int[]> counts = new TreeMap<>();

    /**
     * How a label was found.
     *
     * @param there how many cases have it
     */
    record Row(String label, int there, double precision, double recall, double f1) {}

    /** Counts one case. */
    void add(Collection<String> truth, Collection<String> answer) {
        Set<String> all = new HashSet<>(truth);
        all.addAll(answer);
        for (String label : all) {
            int[] count = counts.computeIfAbsent(label, l -> new int[3]);
            boolean right = truth.contains(label);
            boolean found = answer.contains(label);
            count[0] += right && found ? 1 : 0;
            count[1] += right ? 1 : 0;
            count[2] += found ? 1 : 0;
        }
    }

    /** Over all decisions. */
    double microF1() {
        int[] sum = new int[3];
        counts.values().forEach(count -> {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += count[i];
            }
        });
        return f1(sum);
    }

    /** The mean over labels that occur at least five times. */
    double macroF1() {
        return counts.values().stream()
                .filter(count -> count[1] >= FEWEST)
                .mapToDouble(LabelFigures::f1)
                .average()
                .orElse(0);
    }

    /** The mean over these labels, as far as they occur at least five times. */
    double macroF1(Collection<String> labels) {
        Map<String, int[]> some = new HashMap<>(counts);
        some.keySet().retainAll(labels);
        return some.values().stream()
                .filter(count -> count[1] >= FEWEST)
                .mapToDouble(LabelFigures::f1)
                .average()
                .orElse(0);
    }

    /** A row for each label, by label. */
    List<Row> rows() {
        return counts.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The ten labels that are found worst of those that occur at least five times, the worst first. */
    List<String> worst() {
        return rows().stream()
                .filter(row -> row.there() >= FEWEST)
                .sorted(Comparator.comparingDouble(Row::f1))
                .limit(WORST)
                .map(Row::label)
                .toList();
    }

    private static Row row(String label, int[] count) {
        return new Row(label, count[1], ratio(count[0], count[2]), ratio(count[0], count[1]), f1(count));
    }

    /** The heads of the columns of {@link #print}. */
    static void printHeads(PrintWriter people, String labels) {
        people.printf("%-30s %6s %9s %7s %6s%n", labels, "there", "precision", "recall", "F1");
    }

    /** A line a label. */
    static void print(PrintWriter people, LabelFigures figures) {
        figures.rows()
                .forEach(row -> people.printf(
                        Locale.ROOT,
                        "%-30s %6d %9.2f %7.2f %6.2f%n",
                        row.label(),
                        row.there(),
                        row.precision(),
                        row.recall(),
                        row.f1()));
        people.println();
    }

    private static double f1(int[] count) {
        return ratio(2.0 * count[0], (double) count[1] + count[2]);
    }

    private static double ratio(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
