package dev.clausewatch.cli.crawler;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.clausewatch.cli.CaseFile;
import dev.clausewatch.crawler.extract.Extractor;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code eval extract}: how well pages are read, by pages whose text is known. */
@Command(
        name = "extract",
        description = "Read pages by their declarations and compare the texts with those expected.",
        mixinStandardHelpOptions = true)
public final class EvalExtractCommand implements Callable<Integer> {

    @Spec
    @Nullable
    private CommandSpec spec;

    @Option(
            names = "--cases",
            required = true,
            paramLabel = "DIR",
            description = "folders with declaration.json, source*.html or .pdf, and expected.md")
    private Path cases = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", description = "write one JSON object per case")
    @Nullable
    private Path out;

    /** One case as written to {@code --out}; a refused one has a reason instead of a text. */
    record Result(
            @JsonProperty("case") String name,
            boolean ok,
            @Nullable String reason,
            @Nullable String text,
            double wordF1,
            double blockF1) {}

    @Override
    public Integer call() throws IOException {
        Extractor extractor = new Extractor();
        List<Result> results = new ArrayList<>();
        for (ExtractCase one : ExtractCase.in(cases)) {
            results.add(
                    switch (one.extract(extractor)) {
                        case ExtractCase.Outcome.Text text -> scored(one, text.text());
                        case ExtractCase.Outcome.Refused refused ->
                            new Result(one.name(), false, refused.reason() + ": " + refused.detail(), null, 0, 0);
                    });
        }
        CaseFile.write(out, results);
        print(results, Objects.requireNonNull(spec).commandLine().getOut());
        return 0;
    }

    private static Result scored(ExtractCase one, String text) throws IOException {
        String expected = one.selectsNested() ? ExtractScore.withoutCopies(one.expected(), text) : one.expected();
        ExtractScore score = ExtractScore.of(text, expected);
        return new Result(one.name(), true, null, text, score.words(), score.blocks());
    }

    private static void print(List<Result> results, PrintWriter people) {
        people.printf("%-60s %8s %8s%n", "case, worst first", "words", "blocks");
        results.stream()
                .sorted(Comparator.comparingDouble(result -> result.wordF1() + result.blockF1()))
                .forEach(result -> people.printf(
                        Locale.ROOT,
                        "%-60s %8.3f %8.3f %s%n",
                        result.name(),
                        result.wordF1(),
                        result.blockF1(),
                        result.reason() == null ? "" : result.reason()));
        people.printf(
                Locale.ROOT,
                "extract: cases=%d failed=%d word-f1=%.4f block-f1=%.4f%n",
                results.size(),
                results.stream().filter(result -> !result.ok()).count(),
                results.stream().mapToDouble(Result::wordF1).average().orElse(0),
                results.stream().mapToDouble(Result::blockF1).average().orElse(0));
        people.flush();
    }
}
