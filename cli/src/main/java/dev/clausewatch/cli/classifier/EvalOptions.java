package dev.clausewatch.cli.classifier;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of the measurements of the classifier: on which labelled rows, with which model, and where the single cases go. */
final class EvalOptions {

    @Option(
            names = "--gold",
            required = true,
            paramLabel = "FILE",
            description = "labelled rows, a JSON object a line with the fields named below")
    private Path gold = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", description = "write one JSON object per row")
    @Nullable
    private Path out;

    @Mixin
    private final ModelUnderTest model = new ModelUnderTest();

    Path gold() {
        return gold;
    }

    @Nullable
    Path out() {
        return out;
    }

    ModelUnderTest model() {
        return model;
    }
}
