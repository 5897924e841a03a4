package dev.clausewatch.local;

import dev.clausewatch.servers.Folders;
import dev.clausewatch.servers.Ports;
import dev.clausewatch.servers.Processes;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** {@code ./clausewatch up}, {@code down} and {@code status}. The home folder is the first argument. */
public final class Launcher {

    private static final String LAUNCHER = "launcher";
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(90);
    private static final int LOOK_AFTER_SECONDS = 2;

    private final Path home;
    private final Path data;
    private final PrintStream out;

    private Launcher(Path home, PrintStream out) {
        this.home = home;
        this.data = home.resolve(".clausewatch");
        this.out = out;
    }

    /** Runs a command; exit code 0, 1 when something does not run, 2 when what was asked cannot be done. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Launcher launcher = new Launcher(Path.of(arguments[0]).toAbsolutePath(), out);
        List<String> rest = Arrays.asList(arguments).subList(2, arguments.length);
        try {
            switch (arguments[1]) {
                case "up" -> launcher.up(UpOptions.parse(rest));
                case "down" -> launcher.down();
                case "status" -> launcher.status();
                default -> throw new UsageException("There is no command " + arguments[1] + ".");
            }
        } catch (UsageException e) {
            out.println(e.getMessage());
            System.exit(2);
        } catch (IOException | StackException e) {
            out.println(e.getMessage());
            System.exit(1);
        }
        System.exit(0);
    }

    private void up(UpOptions asked) throws IOException, UsageException {
        RunFolder run = new RunFolder(data);
        Optional<ProcessHandle> other = run.running(LAUNCHER);
        if (other.isPresent()) {
            throw new UsageException("Clausewatch runs already (process "
                    + other.get().pid() + "). ./clausewatch status shows it, ./clausewatch down stops it.");
        }
        StackOptions options = asked.stack(home, data, System.getenv());
        run.reclaim().forEach(name -> out.println("  " + name + " was left over from an earlier run: stopped"));
        if (asked.fresh()) {
            Folders.delete(data);
        }
        checkPorts(options, asked.demo());
        run.write(LAUNCHER, ProcessHandle.current());

        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            stop.countDown();
                            awaitQuietly(stopped);
                        },
                        "launcher-stop"));
        try {
            run(options, asked, stop);
        } finally {
            run.remove(LAUNCHER);
            stopped.countDown();
        }
    }

    private void run(StackOptions options, UpOptions asked, CountDownLatch stop) throws IOException {
        long begin = System.nanoTime();
        out.println("Starting Clausewatch; logs are in " + data.resolve("logs"));
        try (LocalStack stack = new LocalStack(options, out::println);
                Demo demo = asked.demo() ? demo(options) : null) {
            boolean keyKnown = Files.exists(stack.apiKeyFile());
            StackFiles files = StackFiles.in(data);
            files.writeAddress(stack.url(Part.GATEWAY));
            files.declareNothing();
            stack.start();
            sayReady(stack, asked, keyKnown, (System.nanoTime() - begin) / 1e9);
            if (demo != null && !Files.exists(stack.apiKeyFile())) {
                out.println(
                        "The demo needs an API key, and these databases had their first key before. Start with --no-demo.");
            } else if (demo != null) {
                demo.playInBackground(new Gateway(stack.url(Part.GATEWAY), stack.apiKey()));
            }
            lookAfter(stack, stop);
            out.println(System.lineSeparator() + "Stopping …");
        }
        out.println("Stopped.");
    }

    private Demo demo(StackOptions options) throws IOException {
        return Demo.start(options.data(), options.port(Part.DEMO_SITE), options.port(Part.DEMO_SUBSCRIBER), out);
    }

    /** Starts again whatever ends by itself, until it is time to stop. */
    private void lookAfter(LocalStack stack, CountDownLatch stop) {
        try {
            while (!stop.await(LOOK_AFTER_SECONDS, TimeUnit.SECONDS)) {
                for (PartProcess process : stack.processes()) {
                    if (!process.isAlive()) {
                        out.println("  " + process.part().label() + " ended by itself and is started again");
                        process.start();
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void checkPorts(StackOptions options, boolean demo) throws UsageException {
        List<Part> needed = new ArrayList<>(Part.SERVICES);
        Part.SERVICES.forEach(service -> needed.add(service.management()));
        if (options.external().isEmpty()) {
            needed.addAll(List.of(Part.POSTGRES, Part.KAFKA, Part.KAFKA_CONTROLLER));
        }
        if (demo) {
            needed.addAll(List.of(Part.DEMO_SITE, Part.DEMO_SUBSCRIBER));
        }
        options.checkDifferentPorts(needed);
        for (Part part : needed) {
            int port = options.port(part);
            if (!Ports.isFree(port)) {
                throw new UsageException("Port " + port + " for " + part.label()
                        + " is taken by another program. Stop that program, or choose another port: ./clausewatch up --port "
                        + part.label() + "=" + (port + 100));
            }
        }
    }

    private void sayReady(LocalStack stack, UpOptions asked, boolean keyKnown, double seconds) throws IOException {
        String gateway = stack.url(Part.GATEWAY);
        out.printf("%nClausewatch is ready after %.0f s.%n%n", seconds);
        out.println("  Pages    " + gateway + "          (sign in with the API key)");
        out.println("  API      " + gateway + "/api/v1   (described at " + gateway + "/q/openapi)");
        out.println("  API key  " + key(stack, keyKnown));
        out.println("  Status   ./clausewatch status");
        out.println();
        out.println(asked.next(gateway));
        out.println("Ctrl-C stops everything; data stays in .clausewatch." + System.lineSeparator());
    }

    private static String key(LocalStack stack, boolean known) throws IOException {
        if (!Files.exists(stack.apiKeyFile())) {
            return "the one you have: these databases had their first key before";
        }
        return known
                ? "in " + stack.apiKeyFile()
                : stack.apiKey() + "   (shown this once; kept in " + stack.apiKeyFile() + ")";
    }

    private void down() {
        RunFolder run = new RunFolder(data);
        List<String> stopped = new ArrayList<>();
        run.running(LAUNCHER).ifPresent(launcher -> {
            out.println("Stopping …");
            launcher.destroy();
            Processes.awaitEnd(launcher, STOP_PATIENCE);
            stopped.add(LAUNCHER);
        });
        stopped.addAll(run.reclaim());
        out.println(stopped.isEmpty() ? "Nothing was running." : "Stopped.");
    }

    private void status() throws IOException {
        StackStatus.print(new RunFolder(data), StackOptions.usual(home, data), out);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
