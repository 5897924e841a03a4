package dev.clausewatch.cli.classifier;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How far stated confidences are from the share that is right, in ten bins, each weighed by its answers (expected calibration error). */
final class CalibrationFigures {

    private static final int BINS = 10;

    private final int[] answers = new int[BINS];
    private final int[] right = new int[BINS];
    private final double[] stated = new double[BINS];

    /**
     * Answers of about the same confidence.
     *
     * @param stated their mean confidence
     * @param right the share of them that is right
     * @param answers how many
     */
    record Bin(double stated, double right, int answers) {}

    void add(double confidence, boolean correct) {
        int bin = Math.min(BINS - 1, (int) (confidence * BINS));
        answers[bin]++;
        right[bin] += correct ? 1 : 0;
        stated[bin] += confidence;
    }

    double error() {
        double gaps = 0;
        int all = 0;
        for (int bin = 0; bin < BINS; bin++) {
            gaps += Math.abs(stated[bin] - right[bin]);
            all += answers[bin];
        }
        return all == 0 ? 0 : gaps / all;
    }

    /** The bins that have answers, from unsure to sure. */
    List<Bin> bins() {
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            if (answers[bin] > 0) {
                bins.add(new Bin(stated[bin] / answers[bin], (double) right[bin] / answers[bin], answers[bin]));
            }
        }
        return bins;
    }

    /** A line a bin. */
    void print(PrintWriter people) {
        bins().forEach(bin -> people.printf(
                Locale.ROOT, "stated %.2f  right %.2f  of %d%n", bin.stated(), bin.right(), bin.answers()));
        people.println();
    }
}
