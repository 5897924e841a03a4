package dev.clausewatch.cli.crawler;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.clausewatch.cli.CaseFile;
import dev.clausewatch.cli.JsonOption;
import dev.clausewatch.cli.Summary;
import dev.clausewatch.crawler.extract.Extractor;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code eval extract}: how well pages are read, by pages whose text is known. */
@Command(
        name = "extract",
        description = "Read pages by their declarations and compare the texts with those expected.",
        footer =
                "With --json: {cases, failed, wordF1, blockF1, results[{case, ok, reason?, wordF1, blockF1}]}; results worst first.",
        mixinStandardHelpOptions = true)
public final class EvalExtractCommand implements Callable<Integer> {

    @Option(
            names = "--cases",
            required = true,
            paramLabel = "DIR",
            description = "folders with declaration.json, source*.html or .pdf, and expected.md")
    private Path cases = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", description = "write one JSON object per case")
    @Nullable
    private Path out;

    @Mixin
    private final JsonOption json = new JsonOption();

    /** One case as written to {@code --out}; a refused one has a reason instead of a text. */
    record Result(
            @JsonProperty("case") String name,
            boolean ok,
            @Nullable String reason,
            @Nullable String text,
            double wordF1,
            double blockF1) {

        Result withoutText() {
            return new Result(name, ok, reason, null, wordF1, blockF1);
        }
    }

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
        Summary summary = summary(results);
        List<Result> worstFirst = results.stream()
                .sorted(Comparator.comparingDouble(result -> result.wordF1() + result.blockF1()))
                .map(Result::withoutText)
                .toList();
        if (json.isGiven()) {
            json.print(summary.rows("results", worstFirst));
        } else {
            print(worstFirst, summary, json.people());
        }
        return 0;
    }

    private static Result scored(ExtractCase one, String text) throws IOException {
        String expected = one.selectsNested() ? ExtractScore.withoutCopies(one.expected(), text) : one.expected();
        ExtractScore score = ExtractScore.of(text, expected);
        return new Result(one.name(), true, null, text, score.words(), score.blocks());
    }

    private static Summary summary(List<Result> results) {
        return new Summary("extract")
                .figure("cases", "%d", results.size())
                .figure(
                        "failed",
                        "%d",
                        results.stream().filter(result -> !result.ok()).count())
                .figure(
                        "word-f1",
                        "%.4f",
                        results.stream().mapToDouble(Result::wordF1).average().orElse(0))
                .figure(
                        "block-f1",
                        "%.4f",
                        results.stream().mapToDouble(Result::blockF1).average().orElse(0));
    }

    private static void print(List<Result> results, Summary summary, PrintWriter people) {
        people.printf("%-60s %8s %8s%n", "case, worst first", "words", "blocks");
        results.forEach(result -> people.printf(
                Locale.ROOT,
                "%-60s %8.3f %8.3f %s%n",
                result.name(),
                result.wordF1(),
                result.blockF1(),
                result.reason() == null ? "" : result.reason()));
        people.println(summary.line());
        people.flush();
    }
}
