package dev.clausewatch.cli.classifier;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.clausewatch.classifier.rules.RuleSet;
import dev.clausewatch.classifier.taxonomy.DataFiles;
import dev.clausewatch.classifier.taxonomy.Register;
import dev.clausewatch.cli.CommandFailedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rules check}: whether a folder of rules can be used, and whether the rules keep their examples. */
@Command(
        name = "check",
        description = "Check a folder of rules of your own and the examples in its files.",
        mixinStandardHelpOptions = true)
public final class RulesCheckCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "folder of .yaml files, one a type, written like the shipped ones")
    private Path folder = Path.of("");

    @Option(names = "--json", description = "answer with one JSON object on standard output")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        List<String> broken;
        try {
            broken = RuleSet.brokenExamples(new DataFiles(), Register.read(new DataFiles()), folder);
        } catch (IllegalStateException e) {
            throw CommandFailedException.unusable(String.valueOf(e.getMessage()));
        }
        if (json) {
            out.println(new JsonMapper().writeValueAsString(Map.of("ok", broken.isEmpty(), "broken", broken)));
            out.flush();
            return broken.isEmpty() ? 0 : 1;
        }
        broken.forEach(out::println);
        out.println(broken.isEmpty() ? "The rules can be used, and keep their examples." : "Not all examples hold.");
        out.flush();
        return broken.isEmpty() ? 0 : 1;
    }
}
