package dev.clausewatch.cli.differ;

import dev.clausewatch.cli.CaseFile;
import dev.clausewatch.cli.JsonOption;
import dev.clausewatch.cli.Summary;
import dev.clausewatch.cli.differ.HistoryReplay.Pair;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.SettlementOutcome;
import dev.clausewatch.events.Signal;
import dev.clausewatch.events.TouchedProvision;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code eval diff}: what the differ says of each pair of consecutive versions in histories of documents. */
@Command(
        name = "diff",
        description =
                "Replay histories of documents and say for each pair of versions what changed, and whether it alerts.",
        footer = {
            "Ends with 3 when documents failed: they are named, and the others are in the figures.",
            "With --json: {documents, pairs, alerts, touchedPrecision, untrue, msPerPair, p99Ms,"
                    + " histories[{file, pairs, alerts}], kinds[{kind, pairs, alerts}], failed[]}."
        },
        mixinStandardHelpOptions = true)
public final class EvalDiffCommand implements Callable<Integer> {

    /** The exit code when there are figures, and documents that are missing from them. */
    static final int SOME_FAILED = 3;

    private final Replay replay;

    EvalDiffCommand() {
        this((rows, hold) -> new HistoryReplay(hold).replay(rows));
    }

    EvalDiffCommand(Replay replay) {
        this.replay = replay;
    }

    /** What compares the versions of one document. */
    interface Replay {

        List<Pair> of(List<HistoryRow> rows, Duration hold);
    }

    @Spec
    @Nullable
    private CommandSpec spec;

    @Option(
            names = "--histories",
            required = true,
            paramLabel = "DIR",
            description = "folder of .jsonl or .jsonl.gz files, a document each, a row per version")
    private Path histories = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", description = "write one JSON object per pair")
    @Nullable
    private Path out;

    @Option(
            names = "--hold",
            paramLabel = "DURATION",
            defaultValue = "PT48H",
            description = "how long a doubtful text has to stand (default: ${DEFAULT-VALUE})")
    private Duration hold = Duration.ofDays(2);

    @Mixin
    private final JsonOption json = new JsonOption();

    /** One document of {@code --json}. */
    record History(String file, int pairs, int alerts) {}

    /** How many pairs are of a kind, and how many of them alert. */
    record Kind(String kind, int pairs, int alerts) {}

    /** One pair as written to {@code --out}. */
    record Case(
            String file,
            long from,
            long to,
            String kind,
            List<String> signals,
            boolean alertable,
            boolean alert,
            @Nullable SettlementOutcome settled,
            List<Touched> provisions) {}

    /**
     * A touched provision of a case.
     *
     * @param untrue whether it is called added or removed, and the other version says it too
     */
    record Touched(
            List<String> what,
            @Nullable String before,
            @Nullable String after,
            List<String> heading,
            boolean untrue) {}

    @Override
    public Integer call() throws IOException {
        CommandLine commandLine = Objects.requireNonNull(spec).commandLine();
        PrintWriter people = json.people();
        ReplayFigures figures = new ReplayFigures();
        List<History> compared = new ArrayList<>();
        Map<String, int[]> kinds = new TreeMap<>();
        List<Case> cases = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        for (Path file : HistoryFiles.in(histories)) {
            String name = String.valueOf(file.getFileName());
            List<HistoryRow> rows = HistoryFiles.read(file);
            try {
                List<Pair> pairs = replay.of(rows, hold);
                figures.add(pairs);
                History history = new History(name, pairs.size(), add(name, pairs, cases, kinds));
                compared.add(history);
                people.printf("%-80s %4d pairs %4d alerts%n", name, history.pairs(), history.alerts());
            } catch (RuntimeException | StackOverflowError e) {
                failed.add(name);
                commandLine.getErr().printf("%s could not be compared: %s%n", name, e);
            }
        }
        CaseFile.write(out, cases);
        List<Kind> byKind = kinds.entrySet().stream()
                .map(kind -> new Kind(kind.getKey(), kind.getValue()[0], kind.getValue()[1]))
                .toList();
        if (json.isGiven()) {
            json.print(figures.summary()
                    .rows("histories", compared)
                    .rows("kinds", byKind)
                    .rows("failed", failed));
        } else {
            print(byKind, failed, figures.summary(), people);
        }
        return failed.isEmpty() ? 0 : SOME_FAILED;
    }

    private static void print(List<Kind> kinds, List<String> failed, Summary summary, PrintWriter people) {
        people.printf("%n%-14s %6s %7s%n", "kind", "pairs", "alerts");
        kinds.forEach(kind -> people.printf("%-14s %6d %7d%n", kind.kind(), kind.pairs(), kind.alerts()));
        if (!failed.isEmpty()) {
            people.printf("%nNot compared, and not in the figures: %s%n", String.join(", ", failed));
        }
        people.println(summary.line());
        people.flush();
    }

    /** Adds what became of the pairs of a document; the number of alerts. */
    private static int add(String name, List<Pair> pairs, List<Case> cases, Map<String, int[]> kinds) {
        int alerts = 0;
        for (Pair pair : pairs) {
            Case one = describe(name, pair);
            cases.add(one);
            alerts += one.alert() ? 1 : 0;
            int[] count = kinds.computeIfAbsent(one.kind(), kind -> new int[2]);
            count[0]++;
            count[1] += one.alert() ? 1 : 0;
        }
        return alerts;
    }

    private static Case describe(String file, Pair pair) {
        ChangeDetected change = pair.change();
        if (change == null) {
            return new Case(file, pair.from(), pair.to(), "UNCHANGED", List.of(), false, false, null, List.of());
        }
        return new Case(
                file,
                pair.from(),
                pair.to(),
                change.verdict().kind().name(),
                change.verdict().signals().stream().map(Signal::id).toList(),
                change.verdict().alertable(),
                pair.alert(),
                pair.settled(),
                change.touched().stream()
                        .map(touched -> describe(touched, pair.untrue().contains(touched)))
                        .toList());
    }

    private static Touched describe(TouchedProvision touched, boolean untrue) {
        ProvisionText before = touched.before();
        ProvisionText after = touched.after();
        ProvisionText shown = after != null ? after : before;
        return new Touched(
                touched.what().stream().map(Enum::name).toList(),
                before == null ? null : before.text(),
                after == null ? null : after.text(),
                shown == null ? List.of() : shown.headingPath(),
                untrue);
    }
}
