package dev.clausewatch.benchmarks;

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
        if (!rest.equals(List.of("pipeline"))) {
            out.println("There is one bench in this release: ./clausewatch bench pipeline");
            System.exit(2);
        }
        try {
            new PipelineBench(home, out).run();
        } catch (IOException | SQLException | InterruptedException | IllegalStateException e) {
            out.println("The bench broke off: " + e.getMessage());
            System.exit(1);
        }
        System.exit(0);
    }
}
