package dev.clausewatch.benchmarks;

import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.Topic;
import dev.clausewatch.local.LocalStack;
import dev.clausewatch.local.Part;
import dev.clausewatch.local.StackOptions;
import dev.clausewatch.servers.Folders;
import dev.clausewatch.testing.CanonicalEvents;
import dev.clausewatch.testing.KafkaProbe;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * The classifier on changes of one provision each: how long it takes to load and to classify, in a process of its own with the service's JVM settings, and
 * how much memory classifier-service holds when it has classified them.
 */
final class ClassifyBench {

    private static final int CHANGES = 20 * BenchEdits.kinds();
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final String RESIDENT = "VmRSS:";

    private final Path home;
    private final PrintStream out;

    ClassifyBench(Path home, PrintStream out) {
        this.home = home;
        this.out = out;
    }

    private record Times(
            double load,
            double median,
            double processor,
            double quickProcessor,
            double perSecond,
            double quickPerSecond) {}

    void run() throws IOException, InterruptedException {
        Path data = home.resolve(".clausewatch").resolve("bench");
        Folders.delete(data);
        try {
            Files.createDirectories(data);
            Times times = times(data);
            out.printf(
                    Locale.ROOT,
                    "  processor time of a change: %.2f ms, without the encoder %.2f ms%n",
                    times.processor(),
                    times.quickProcessor());
            long resident = resident(data);
            out.printf(
                    Locale.ROOT,
                    "bench classify: changes-per-s=%.1f quick-changes-per-s=%.1f p50-ms=%.1f load-ms=%.0f rss-mb=%d%n",
                    times.perSecond(),
                    times.quickPerSecond(),
                    times.median(),
                    times.load(),
                    resident);
        } finally {
            Folders.delete(data);
        }
    }

    private Times times(Path data) throws IOException, InterruptedException {
        Path service = home.resolve("classifier-service/service/target/quarkus-app");
        Path log = data.resolve("classify-probe.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xms32m",
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        service + "/lib/main/*:" + System.getProperty("java.class.path"),
                        ClassifyProbe.class.getName(),
                        Integer.toString(CHANGES))
                .redirectError(log.toFile())
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0 || answer.isEmpty()) {
            throw new IOException("The probe broke off: " + Files.readString(log));
        }
        double[] figures = Arrays.stream(answer.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return new Times(figures[0], figures[1], figures[2], figures[3], figures[4], figures[5]);
    }

    /** Megabytes that classifier-service holds when it has classified the changes; -1 where the system does not say. */
    private long resident(Path data) throws IOException {
        StackOptions options = StackOptions.usual(home, data).onFreePorts().only(Part.CLASSIFIER);
        try (LocalStack stack = new LocalStack(options, out::println)) {
            stack.start();
            try (KafkaProbe kafka = new KafkaProbe(stack.bootstrapServers())) {
                for (int i = 0; i < CHANGES; i++) {
                    kafka.publish(Topic.CHANGES, CanonicalEvents.event(BenchEdits.change(i)));
                }
                long deadline = System.nanoTime() + PATIENCE.toNanos();
                while (classified(kafka) < CHANGES) {
                    if (System.nanoTime() > deadline) {
                        throw new IllegalStateException(
                                "The changes were not classified within " + PATIENCE.toSeconds() + " seconds");
                    }
                    LockSupport.parkNanos(LOOK_AGAIN.toNanos());
                }
            }
            return megabytes(stack.process(Part.CLASSIFIER).pid());
        }
    }

    private static long classified(KafkaProbe kafka) {
        return kafka.events(Topic.CLASSIFICATIONS).stream()
                .filter(event -> event.data() instanceof ChangeClassified)
                .count();
    }

    private static long megabytes(long process) throws IOException {
        Path status = Path.of("/proc", Long.toString(process), "status");
        List<String> lines = Files.exists(status) ? Files.readAllLines(status) : List.of();
        return lines.stream()
                .filter(line -> line.startsWith(RESIDENT))
                .mapToLong(line -> Long.parseLong(line.substring(RESIDENT.length(), line.length() - "kB".length())
                                .strip())
                        / 1024)
                .findFirst()
                .orElse(-1);
    }
}
