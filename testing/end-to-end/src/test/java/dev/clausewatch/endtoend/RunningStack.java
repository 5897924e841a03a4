package dev.clausewatch.endtoend;

import dev.clausewatch.local.DemoFiles;
import dev.clausewatch.local.DemoSite;
import dev.clausewatch.local.Gateway;
import dev.clausewatch.local.LocalStack;
import dev.clausewatch.local.Part;
import dev.clausewatch.local.StackOptions;
import dev.clausewatch.servers.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One stack of real processes for all end-to-end tests, on free ports, watching the demo's documents. */
final class RunningStack {

    private static @Nullable RunningStack only;

    final LocalStack stack;
    final DemoSite site;

    private RunningStack(LocalStack stack, DemoSite site) {
        this.stack = stack;
        this.site = site;
    }

    static synchronized RunningStack get() {
        RunningStack known = only;
        if (known == null) {
            known = start();
            only = known;
        }
        return known;
    }

    Gateway gateway() {
        try {
            return new Gateway(stack.url(Part.GATEWAY), stack.apiKey());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RunningStack start() {
        try {
            Path data = Files.createTempDirectory("clausewatch-end-to-end-");
            DemoSite site = DemoSite.start(0);
            Path declarations = data.resolve("declarations");
            DemoFiles.writeDeclarations(declarations, site.port());
            StackOptions options = StackOptions.usual(home(), data)
                    .onFreePorts()
                    .watching(declarations, true)
                    .with(Map.of(
                            "CLAUSEWATCH_POLITENESS_DELAY", "PT0S",
                            // What a crawler held when it was killed is free again soon.
                            "CLAUSEWATCH_SCHEDULE_LEASE", "PT20S",
                            "CLAUSEWATCH_POLITENESS_LEASE", "PT20S",
                            // So are the partitions that its consumers held: Kafka's 45 s are for slow networks.
                            "KAFKA_SESSION_TIMEOUT_MS", "10000",
                            // Messages that died with a process come again soon.
                            "CLAUSEWATCH_DELIVERY_LEASE", "PT5S",
                            "CLAUSEWATCH_WEBHOOKS_TIMEOUT", "PT4S",
                            // The tests share one archive, in which hundreds of changes come a minute.
                            "CLAUSEWATCH_SUBSCRIPTIONS_FLOOD_PER_DAY", "100000"));
            LocalStack stack = new LocalStack(options, System.out::println);
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                stack.close();
                                site.close();
                                keepLogs(data);
                                Folders.delete(data);
                            },
                            "stack-stop"));
            stack.start();
            return new RunningStack(stack, site);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The logs outlive the data: they say why a test failed. */
    private static void keepLogs(Path data) {
        Path kept = Path.of("target", "stack-logs");
        try {
            Folders.delete(kept);
            Files.createDirectories(kept);
            try (var logs = Files.list(data.resolve("logs"))) {
                for (Path log : logs.toList()) {
                    Files.move(log, kept.resolve(log.getFileName()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path home() {
        return Path.of("..", "..").toAbsolutePath().normalize();
    }
}
