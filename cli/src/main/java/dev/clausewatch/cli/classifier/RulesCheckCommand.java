package dev.clausewatch.cli.classifier;

import dev.clausewatch.classifier.rules.RuleSet;
import dev.clausewatch.classifier.taxonomy.DataFiles;
import dev.clausewatch.classifier.taxonomy.Register;
import dev.clausewatch.cli.CommandFailedException;
import dev.clausewatch.cli.JsonOption;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code rules check}: whether a folder of rules can be used, and whether the rules keep their examples. */
@Command(
        name = "check",
        description = "Check a folder of rules of your own and the examples in its files.",
        footer = "With --json: {ok, broken[]}; ok is true when the command ends with 0.",
        mixinStandardHelpOptions = true)
public final class RulesCheckCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "folder of .yaml files, one a type, written like the shipped ones")
    private Path folder = Path.of("");

    @Mixin
    private final JsonOption json = new JsonOption();

    /** What {@code --json} answers. */
    record Answer(boolean ok, List<String> broken) {}

    @Override
    public Integer call() throws IOException {
        List<String> broken;
        try {
            broken = RuleSet.brokenExamples(new DataFiles(), Register.read(new DataFiles()), folder);
        } catch (IllegalStateException e) {
            throw CommandFailedException.unusable(String.valueOf(e.getMessage()));
        }
        if (json.isGiven()) {
            json.print(new Answer(broken.isEmpty(), broken));
            return broken.isEmpty() ? 0 : 1;
        }
        PrintWriter out = json.people();
        broken.forEach(out::println);
        out.println(broken.isEmpty() ? "The rules can be used, and keep their examples." : "Not all examples hold.");
        out.flush();
        return broken.isEmpty() ? 0 : 1;
    }
}
