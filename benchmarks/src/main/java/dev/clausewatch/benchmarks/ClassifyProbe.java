package dev.clausewatch.benchmarks;

import dev.clausewatch.classifier.assess.Classifier;
import dev.clausewatch.classifier.encoder.OnnxEncoder;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The classifier in a process of its own: loads it, then classifies changes one after the other, with the encoder and without it in turns.
 * Prints one line of figures; times are milliseconds.
 */
final class ClassifyProbe {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 5;
    private static final int WARM_UP = 2;

    private ClassifyProbe() {}

    /** How long a round took: by the clock for each change, and the processor's time of the thread for all of them. */
    private record Round(List<Double> each, double processor) {

        double perSecond() {
            return each.size() / (each.stream().mapToDouble(Double::doubleValue).sum() / 1000);
        }
    }

    /** The argument is how many changes a round has. */
    public static void main(String[] arguments) {
        int changes = Integer.parseInt(arguments[0]);
        long start = System.nanoTime();
        Classifier full = Classifier.load(null, OnnxEncoder::shipped);
        double load = (System.nanoTime() - start) / 1e6;
        Classifier quick = Classifier.shipped();
        List<Round> rounds = new ArrayList<>();
        List<Round> quickRounds = new ArrayList<>();
        for (int i = 0; i < WARM_UP + ROUNDS; i++) {
            rounds.add(round(full, changes));
            quickRounds.add(round(quick, changes));
        }
        List<Round> counted = rounds.subList(WARM_UP, rounds.size());
        List<Round> quickCounted = quickRounds.subList(WARM_UP, quickRounds.size());
        System.out.printf(
                Locale.ROOT,
                "%.1f %.3f %.3f %.3f %.1f %.1f%n",
                load,
                median(counted.stream().flatMap(round -> round.each().stream()).toList()),
                median(counted.stream().map(Round::processor).toList()) / changes,
                median(quickCounted.stream().map(Round::processor).toList()) / changes,
                median(counted.stream().map(Round::perSecond).toList()),
                median(quickCounted.stream().map(Round::perSecond).toList()));
    }

    private static Round round(Classifier classifier, int changes) {
        List<Double> each = new ArrayList<>();
        long processor = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < changes; i++) {
            long start = System.nanoTime();
            Object unused = classifier.assess(BenchEdits.document(i), BenchEdits.touched(i));
            each.add((System.nanoTime() - start) / 1e6);
        }
        return new Round(each, (THREADS.getCurrentThreadCpuTime() - processor) / 1e6);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
