package dev.clausewatch.cli.classifier;

/** How far stated confidences are from the share that is right, in ten bins, each weighed by its answers (expected calibration error). */
final class CalibrationFigures {

    private static final int BINS = 10;

    private final int[] answers = new int[BINS];
    private final int[] right = new int[BINS];
    private final double[] stated = new double[BINS];

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

    /** One line a bin that has answers. */
    String table() {
        StringBuilder table = new StringBuilder();
        for (int bin = 0; bin < BINS; bin++) {
            if (answers[bin] > 0) {
                table.append(String.format(
                        java.util.Locale.ROOT,
                        "stated %.2f  right %.2f  of %d%n",
                        stated[bin] / answers[bin],
                        (double) right[bin] / answers[bin],
                        answers[bin]));
            }
        }
        return table.toString();
    }
}
