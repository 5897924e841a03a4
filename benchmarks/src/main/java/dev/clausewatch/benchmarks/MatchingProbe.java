package dev.clausewatch.benchmarks;

import dev.clausewatch.events.Areas;
import dev.clausewatch.events.Assessment;
import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.Difference;
import dev.clausewatch.events.Direction;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.Severity;
import dev.clausewatch.events.TouchedProvision;
import dev.clausewatch.filter.ChangeFacts;
import dev.clausewatch.filter.Filter;
import dev.clausewatch.filter.FilterFields;
import dev.clausewatch.filter.FilterIndex;
import dev.clausewatch.testing.ChangeEvents;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Changes of three provisions each against filters of invented subscribers, one change after the other, then a large one of 500. A third of the filters ask for words,
 * by one, two, a phrase or a beginning; two thirds name up to three of a hundred platforms; the others ask for areas, severity or
 * direction. Prints what it measured.
 */
final class MatchingProbe {

    private static final int CHANGES = 200;
    private static final int PROVISIONS = 3;
    private static final int PROVISIONS_OF_A_LARGE_ONE = 500;
    private static final int ROUNDS = 5;
    private static final int WARM_UP = 2;
    private static final int PLATFORMS = 100;

    private static final List<String> WORDS = List.of(
            "train",
            "models",
            "arbitrator",
            "affiliates",
            "partners",
            "advertisements",
            "liability",
            "damage",
            "refund",
            "cancel",
            "object",
            "agree",
            "jury",
            "waive",
            "settings",
            "account",
            "password",
            "health",
            "minors",
            "biometric",
            "licence",
            "perpetual",
            "terminate",
            "suspend",
            "indemnify",
            "governing",
            "cookies",
            "retention",
            "transfer",
            "subprocessor");

    private MatchingProbe() {}

    /** The argument is how many filters there are. */
    public static void main(String[] arguments) {
        Random random = new Random(1);
        int subscriptions = Integer.parseInt(arguments[0]);
        FilterIndex<Integer> filters = new FilterIndex<>();
        for (int i = 0; i < subscriptions; i++) {
            filters.put(i, filter(i, random));
        }
        List<ChangeClassified> changes = IntStream.range(0, CHANGES)
                .mapToObj(number -> change(number, PROVISIONS))
                .toList();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        List<Double> rates = new ArrayList<>();
        List<Double> processor = new ArrayList<>();
        long matched = 0;
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            long start = System.nanoTime();
            long processorStart = threads.getCurrentThreadCpuTime();
            matched = 0;
            for (ChangeClassified change : changes) {
                matched += filters.matching(ChangeFacts.of(change)).size();
            }
            if (round >= WARM_UP) {
                rates.add(CHANGES / ((System.nanoTime() - start) / 1e9));
                processor.add((threads.getCurrentThreadCpuTime() - processorStart) / 1e6 / CHANGES);
            }
        }
        ChangeClassified large = change(0, PROVISIONS_OF_A_LARGE_ONE);
        List<Double> ofTheLargeOne = new ArrayList<>();
        int matchedByTheLargeOne = 0;
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            long processorStart = threads.getCurrentThreadCpuTime();
            matchedByTheLargeOne = filters.matching(ChangeFacts.of(large)).size();
            if (round >= WARM_UP) {
                ofTheLargeOne.add((threads.getCurrentThreadCpuTime() - processorStart) / 1e6);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "  a change of %d provisions matched %d subscriptions and took %.1f ms of the processor%n"
                        + "  a change matched %.1f subscriptions on average and took %.2f ms of the processor%n"
                        + "bench matching: subscriptions=%d changes-per-s=%.1f%n",
                PROVISIONS_OF_A_LARGE_ONE,
                matchedByTheLargeOne,
                median(ofTheLargeOne),
                matched / (double) CHANGES,
                median(processor),
                subscriptions,
                median(rates));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static Filter filter(int number, Random random) {
        List<@Nullable String> platforms = new ArrayList<>();
        List<@Nullable String> areas = new ArrayList<>();
        List<@Nullable String> directions = new ArrayList<>();
        if (random.nextInt(3) > 0) {
            random.ints(1 + random.nextInt(3), 0, PLATFORMS).forEach(i -> platforms.add(platform(i)));
        }
        if (random.nextInt(2) == 0) {
            areas.add(Areas.ALL.get(random.nextInt(Areas.ALL.size())));
        }
        if (random.nextInt(2) == 0) {
            directions.add(Direction.WORSE.name());
        }
        String severity = random.nextInt(2) == 0 ? Severity.MEDIUM.name() : null;
        return Filter.stored(new FilterFields(
                platforms,
                null,
                null,
                areas,
                severity,
                null,
                null,
                null,
                directions,
                null,
                null,
                null,
                null,
                number % 3 == 0 ? words(random) : null));
    }

    private static String words(Random random) {
        int first = random.nextInt(WORDS.size());
        int second = random.nextInt(WORDS.size());
        String one = WORDS.get(first);
        String other = WORDS.get(first == second ? (second + 1) % WORDS.size() : second);
        return switch (random.nextInt(4)) {
            case 0 -> one;
            case 1 -> one + " OR " + other;
            case 2 -> "\"" + one + " " + other + "\"~5";
            default -> one.substring(0, 4) + "* AND NOT " + other;
        };
    }

    private static String platform(int number) {
        return "Platform " + number % PLATFORMS;
    }

    private static ChangeClassified change(int number, int provisions) {
        List<TouchedProvision> touched = IntStream.range(number, number + provisions)
                .mapToObj(BenchEdits::touched)
                .toList();
        DocumentRef some = BenchEdits.document(number);
        DocumentRef document = new DocumentRef(
                some.id(), platform(number), some.termsType(), some.language(), some.jurisdictions(), some.url());
        return ChangeEvents.classified(ChangeEvents.detected(BenchEdits.change(number))
                        .document(document)
                        .touched(touched)
                        .build())
                .provisions(touched.stream().map(MatchingProbe::meaning).toList())
                .build();
    }

    private static ClassifiedProvision meaning(TouchedProvision provision) {
        int number = provision.provisionId().hashCode() & Integer.MAX_VALUE;
        List<String> areas = List.of(Areas.ALL.get(number % Areas.ALL.size()));
        Severity severity =
                List.of(Severity.LOW, Severity.MEDIUM, Severity.HIGH).get(number % 3);
        Direction direction =
                List.of(Direction.WORSE, Direction.BETTER, Direction.NEUTRAL).get(number / 3 % 3);
        return new ClassifiedProvision(
                        provision.provisionId(),
                        Assessment.ASSESSED,
                        null,
                        List.of(new ProvisionType("type-" + number % 30, 1, List.of())),
                        areas,
                        List.of(),
                        Materiality.MATERIAL,
                        severity,
                        "It changed.",
                        List.of())
                .withDifference(new Difference(List.of(), areas, direction, null), severity, List.of());
    }
}
