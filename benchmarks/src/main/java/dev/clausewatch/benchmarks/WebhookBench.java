package dev.clausewatch.benchmarks;

import dev.clausewatch.events.Topic;
import dev.clausewatch.local.LocalStack;
import dev.clausewatch.local.Part;
import dev.clausewatch.local.StackOptions;
import dev.clausewatch.servers.Folders;
import dev.clausewatch.testing.KafkaProbe;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The alert-service with PostgreSQL and Kafka on changes that are published to it, and receivers that answer at once, late or never. A
 * rate counts from the first change published to the last webhook received; a latency from a change published to its webhook received.
 */
final class WebhookBench {

    private static final int RECEIVERS = 100;
    private static final int SLOW = 50;
    private static final int AILING = 200;
    private static final int AT_ONCE = 64;
    private static final int CHANGES = 50;
    private static final int ROUNDS = 3;
    private static final Duration TAKES = Duration.ofMillis(50);
    private static final Duration LATE = Duration.ofSeconds(14);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String ALL = "Bench";
    private static final String OTHERS = "Bench of the others";
    private static final String ONE = "Bench of the one";

    private final Path home;
    private final PrintStream out;
    private final List<Long> published = new ArrayList<>();

    WebhookBench(Path home, PrintStream out) {
        this.home = home;
        this.out = out;
    }

    private record Latencies(double usual, double withDead, double withSlow) {}

    private record Rates(double atOnce, double ratio) {}

    void run() throws IOException, SQLException, InterruptedException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        Path data = home.resolve(".clausewatch").resolve("bench");
        Folders.delete(data);
        StackOptions options = StackOptions.usual(home, data).onFreePorts().only(Part.ALERT);
        try (LocalStack stack = new LocalStack(options, out::println)) {
            stack.start();
            try (AlertQueue queue =
                            new AlertQueue(stack.url(Part.ALERT), stack.serviceToken(), stack.database(Part.ALERT));
                    KafkaProbe kafka = new KafkaProbe(stack.bootstrapServers())) {
                Rates rates;
                Latencies latencies;
                try (BenchReceivers receivers = BenchReceivers.start(RECEIVERS)) {
                    for (String url : receivers.urls()) {
                        queue.subscribe(url, ALL);
                    }
                    rates = rates(new BareClient(home, data), queue, kafka, receivers);
                    latencies = latencies(queue, kafka, receivers);
                    quieten(queue, receivers);
                }
                beside(queue, kafka);
                report(rates, latencies);
            }
        } finally {
            Folders.delete(data);
        }
    }

    private Rates rates(BareClient bare, AlertQueue queue, KafkaProbe kafka, BenchReceivers receivers)
            throws IOException, InterruptedException {
        receivers.keepBodies(true);
        double warmingUp = rate(queue, kafka, receivers);
        receivers.keepBodies(false);
        out.printf(Locale.ROOT, "  warming up: %.0f deliveries a second%n", warmingUp);
        List<Double> atOnce = new ArrayList<>();
        List<Double> delayed = new ArrayList<>();
        List<Double> bareDelayed = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            receivers.answerAfter(Duration.ZERO);
            atOnce.add(rate(queue, kafka, receivers));
            receivers.answerAfter(TAKES);
            delayed.add(rate(queue, kafka, receivers));
            bareDelayed.add(bare.perSecond(receivers.urls(), receivers.bodies(), CHANGES * RECEIVERS, AT_ONCE));
            out.printf(
                    Locale.ROOT,
                    "  round %d: %.0f a second; with receivers that take %d ms %.0f, the bare client %.0f%n",
                    round,
                    atOnce.getLast(),
                    TAKES.toMillis(),
                    delayed.getLast(),
                    bareDelayed.getLast());
        }
        receivers.answerAfter(Duration.ZERO);
        return new Rates(median(atOnce), median(delayed) / median(bareDelayed));
    }

    private double rate(AlertQueue queue, KafkaProbe kafka, BenchReceivers receivers) throws IOException {
        receivers.clear();
        long start = System.nanoTime();
        for (int i = 0; i < CHANGES; i++) {
            publish(kafka, ALL);
        }
        await("webhooks", () -> receivers.count() >= CHANGES * RECEIVERS);
        long last = receivers.arrivals().stream()
                .mapToLong(BenchReceivers.Arrival::at)
                .max()
                .orElseThrow();
        await("the ledger", () -> queue.undelivered() == 0);
        return CHANGES * RECEIVERS / ((last - start) / 1e9);
    }

    private Latencies latencies(AlertQueue queue, KafkaProbe kafka, BenchReceivers receivers) throws IOException {
        double usual = everybody("all are well", kafka, receivers);
        receivers.fallSilent(0, 1);
        double withDead = everybody("one never answers", kafka, receivers);
        quieten(queue, receivers);
        receivers.answerAfter(LATE, 0, SLOW);
        double withSlow = everybody("fifty answer after 14 s", kafka, receivers);
        return new Latencies(usual, withDead, withSlow);
    }

    /** Three changes a second for everybody; of those receivers that are always well. */
    private double everybody(String how, KafkaProbe kafka, BenchReceivers receivers) throws IOException {
        settle(kafka, ALL);
        receivers.clear();
        int first = published.size();
        for (int i = 0; i < 90; i++) {
            publish(kafka, ALL);
            pause(Duration.ofMillis(333));
        }
        int last = published.size();
        await("webhooks", () -> well(receivers, SLOW, first, last).size() >= (last - first) * (RECEIVERS - SLOW));
        return p99(how, receivers, SLOW, first);
    }

    /** A hundred that never answer and a hundred that answer after 14 s, beside one that is well. */
    private void beside(AlertQueue queue, KafkaProbe kafka) throws IOException, InterruptedException {
        try (BenchReceivers receivers = BenchReceivers.start(AILING + 1)) {
            List<String> urls = receivers.urls();
            for (String url : urls.subList(0, AILING)) {
                queue.subscribe(url, OTHERS);
            }
            queue.subscribe(urls.getLast(), ONE);
            settle(kafka, OTHERS);
            settle(kafka, ONE);
            double usual = one("one beside 200 that are well", kafka, receivers);
            receivers.fallSilent(0, AILING / 2);
            receivers.answerAfter(LATE, AILING / 2, AILING);
            double falling = longest(kafka, receivers);
            double beside = one("one beside 100 that never answer and 100 that answer after 14 s", kafka, receivers);
            out.printf(
                    Locale.ROOT,
                    "  which is %.2f times; longest while they fell ill together: %.0f ms%n",
                    beside / usual,
                    falling);
            quieten(queue, receivers);
        }
    }

    /** Twenty changes a second for the one, and one a second for the others. */
    private double one(String how, KafkaProbe kafka, BenchReceivers receivers) throws IOException {
        return p99(how, receivers, AILING, stream(kafka, receivers, 800));
    }

    private double longest(KafkaProbe kafka, BenchReceivers receivers) throws IOException {
        return well(receivers, AILING, stream(kafka, receivers, 100), published.size())
                .getLast();
    }

    /** The number of the first change. */
    private int stream(KafkaProbe kafka, BenchReceivers receivers, int changes) throws IOException {
        receivers.clear();
        int first = published.size();
        for (int i = 0; i < changes; i++) {
            if (i % 20 == 0) {
                publish(kafka, OTHERS);
            }
            publish(kafka, ONE);
            pause(Duration.ofMillis(50));
        }
        await("webhooks", () -> well(receivers, AILING, first, published.size()).size() >= changes);
        return first;
    }

    /** Milliseconds from publication, in ascending order, of the receivers from a number on and a range of changes. */
    private List<Double> well(BenchReceivers receivers, int from, int firstChange, int endChange) {
        return receivers.arrivals().stream()
                .filter(arrival -> arrival.receiver() >= from)
                .filter(arrival -> arrival.change() >= firstChange && arrival.change() < endChange)
                .map(arrival -> (arrival.at() - published.get(arrival.change())) / 1e6)
                .sorted()
                .toList();
    }

    /** One change, and time to see who answers. */
    private void settle(KafkaProbe kafka, String platform) throws IOException {
        publish(kafka, platform);
        pause(Duration.ofSeconds(3));
    }

    /** All are well again, and everything is sent. */
    private static void quieten(AlertQueue queue, BenchReceivers receivers) {
        receivers.answerAfter(Duration.ZERO);
        await("what was not sent", () -> queue.undelivered() == 0);
    }

    private void publish(KafkaProbe kafka, String platform) throws IOException {
        int number = published.size();
        var event = BenchChanges.event(number, platform);
        published.add(System.nanoTime());
        kafka.publish(Topic.CLASSIFICATIONS, event);
    }

    private void report(Rates rates, Latencies latencies) {
        out.printf(Locale.ROOT, "%n%-52s %8.1f%n", "deliveries a second, median of " + ROUNDS, rates.atOnce());
        out.printf(Locale.ROOT, "%-52s %8.2f%n", "receivers that take 50 ms, of the bare client's", rates.ratio());
        out.printf(Locale.ROOT, "%-52s %8.1f%n", "p99, milliseconds", latencies.usual());
        out.printf(Locale.ROOT, "%-52s %8.1f%n", "p99 beside one that never answers", latencies.withDead());
        out.printf(Locale.ROOT, "%-52s %8.1f%n%n", "p99 beside fifty that answer after 14 s", latencies.withSlow());
        out.printf(
                Locale.ROOT,
                "bench webhooks: deliveries-per-s=%.1f ratio=%.2f healthy-p99-ms=%.1f healthy-p99-ms-with-dead=%.1f"
                        + " healthy-p99-ms-with-slow=%.1f%n",
                rates.atOnce(),
                rates.ratio(),
                latencies.usual(),
                latencies.withDead(),
                latencies.withSlow());
    }

    /** Of the three thirds of the changes from a number on, the one in the middle: whatever else the machine did counts less. */
    private double p99(String how, BenchReceivers receivers, int from, int firstChange) {
        int third = (published.size() - firstChange) / ROUNDS;
        List<Double> p99s = new ArrayList<>();
        List<Double> medians = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            int first = firstChange + round * third;
            List<Double> sorted = well(receivers, from, first, first + third);
            p99s.add(sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1));
            medians.add(sorted.get(sorted.size() / 2));
        }
        out.printf(Locale.ROOT, "  %s: median %.1f ms, p99 %.1f ms%n", how, median(medians), median(p99s));
        return median(p99s);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static void pause(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    private static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(what + " did not come within " + PATIENCE.toSeconds() + " seconds");
            }
            pause(Duration.ofMillis(10));
        }
    }
}
