package dev.clausewatch.benchmarks;

import dev.clausewatch.local.UsageException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** {@code ./clausewatch bench NAME}. The home folder is the first argument. */
public final class Bench {

    private Bench() {}

    /** Exit code 0 when the measurement ran, 1 when it broke off, 2 when what was asked cannot be done. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path home = Path.of(arguments[0]).toAbsolutePath();
        List<String> rest = Arrays.asList(arguments).subList(1, arguments.length);
        try {
            run(home, rest, out);
        } catch (UsageException e) {
            out.println(e.getMessage());
            System.exit(2);
        } catch (IOException | SQLException | InterruptedException | IllegalStateException e) {
            out.println("The bench broke off: " + e.getMessage());
            System.exit(1);
        }
        System.exit(0);
    }

    private static void run(Path home, List<String> arguments, PrintStream out)
            throws UsageException, IOException, SQLException, InterruptedException {
        String name = arguments.isEmpty() ? "" : arguments.getFirst();
        List<String> options = arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size());
        switch (name) {
            case "pipeline" -> {
                if (!options.isEmpty()) {
                    throw new UsageException("bench pipeline takes no options.");
                }
                new PipelineBench(home, out).run();
            }
            case "webhooks" -> {
                if (!options.isEmpty()) {
                    throw new UsageException("bench webhooks takes no options.");
                }
                new WebhookBench(home, out).run();
            }
            case "capture" -> new CaptureBench(home, CaptureOptions.parse(home, options), out).run();
            case "classify" -> {
                if (!options.isEmpty()) {
                    throw new UsageException("bench classify takes no options.");
                }
                new ClassifyBench(home, out).run();
            }
            case "matching" -> {
                if (!options.isEmpty()) {
                    throw new UsageException("bench matching takes no options.");
                }
                new MatchingBench(home, out).run();
            }
            case "search" -> {
                if (!options.isEmpty()) {
                    throw new UsageException("bench search takes no options.");
                }
                new SearchBench(home, out).run();
            }
            default ->
                throw new UsageException(
                        "There are six benches: ./clausewatch bench pipeline, ./clausewatch bench"
                                + " webhooks, ./clausewatch bench classify, ./clausewatch bench matching, ./clausewatch bench search, and ./clausewatch bench capture --site URL --declarations DIR");
        }
    }
}
