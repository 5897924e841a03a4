package dev.clausewatch.cli.classifier;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How far figures may be off because other services could have been drawn: the percentile bootstrap (Efron and Tibshirani 1993, chapter
 * 13). Whole services are drawn, since their clauses resemble each other. The same cases give the same intervals.
 */
final class Bootstrap {

    private static final int DRAWS = 1000;
    private static final double OUTSIDE_EACH = 0.025;

    private Bootstrap() {}

    /** Between which values 95 of 100 draws lie. */
    record Interval(String figure, double low, double high) {}

    /**
     * The intervals of figures, in the order of their names.
     *
     * @param service whose case it is
     * @param figures of some cases; called from several threads
     */
    static <T> List<Interval> intervals(
            List<T> cases, Function<T, String> service, Function<List<T>, Map<String, Double>> figures) {
        List<List<T>> services = List.copyOf(cases.stream()
                .collect(Collectors.groupingBy(service, TreeMap::new, Collectors.toList()))
                .values());
        List<Map<String, Double>> draws = IntStream.range(0, DRAWS)
                .parallel()
                .mapToObj(draw -> figures.apply(drawn(services, new SplittableRandom(draw))))
                .toList();
        return figures.apply(cases).keySet().stream()
                .map(figure -> interval(
                        figure,
                        draws.stream()
                                .mapToDouble(draw -> draw.get(figure))
                                .sorted()
                                .toArray()))
                .toList();
    }

    private static <T> List<T> drawn(List<List<T>> services, SplittableRandom random) {
        List<T> drawn = new ArrayList<>();
        for (int i = 0; i < services.size(); i++) {
            drawn.addAll(services.get(random.nextInt(services.size())));
        }
        return drawn;
    }

    private static Interval interval(String figure, double[] sorted) {
        int outside = (int) (OUTSIDE_EACH * DRAWS);
        return new Interval(figure, sorted[outside], sorted[DRAWS - 1 - outside]);
    }

    /** All on one line. */
    static void print(PrintWriter people, List<Interval> intervals) {
        people.println(intervals.stream()
                .map(interval -> String.format(
                        Locale.ROOT, "%s %.3f to %.3f", interval.figure(), interval.low(), interval.high()))
                .collect(Collectors.joining("; ", "95 % by service: ", "")));
    }
}
