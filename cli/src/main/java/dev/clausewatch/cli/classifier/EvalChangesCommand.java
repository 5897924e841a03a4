package dev.clausewatch.cli.classifier;

import dev.clausewatch.classifier.assess.Classifier;
import dev.clausewatch.cli.CaseFile;
import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.Severity;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code eval changes}: what labelled changes of provisions mean, and which would alert. */
@Command(
        name = "changes",
        description = "Assess labelled changes of provisions and say how well their materiality and types are found.",
        mixinStandardHelpOptions = true)
public final class EvalChangesCommand implements Callable<Integer> {

    /** From this materiality on the shipped configuration tells subscribers ({@code clausewatch.assess.threshold}). */
    private static final Materiality THRESHOLD = Materiality.MINOR;

    @Spec
    @Nullable
    private CommandSpec spec;

    @Option(
            names = "--gold",
            required = true,
            paramLabel = "FILE",
            description =
                    "labelled changes, a JSON object a line: id, service, termsType, heading, before, after, types, materiality")
    private Path gold = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", description = "write one JSON object per change")
    @Nullable
    private Path out;

    @Mixin
    private ModelUnderTest training = new ModelUnderTest();

    /** One change as written to {@code --out}. */
    record Case(
            String id,
            List<String> types,
            String materiality,
            @Nullable Severity severity,
            boolean alert) {}

    @Override
    public Integer call() throws IOException {
        PrintWriter people = Objects.requireNonNull(spec).commandLine().getOut();
        ShippedRules laboratory = ShippedRules.shipped();
        List<GoldChange> rows = LabelledRows.changes(gold, laboratory.types());
        LabelFigures materialities = new LabelFigures();
        LabelFigures areas = new LabelFigures();
        Map<Materiality, int[]> alerts = new EnumMap<>(Materiality.class);
        List<Case> cases = new ArrayList<>();
        for (int fold = 0; fold < training.folds(); fold++) {
            Classifier classifier = training.classifier(laboratory, gold, rows, fold, people);
            for (GoldChange row : rows) {
                if (!training.isTested(row.service(), fold)) {
                    continue;
                }
                ClassifiedProvision found = classifier.assess(row.document(), row.touched());
                boolean alert = found.materiality().compareTo(THRESHOLD) >= 0;
                List<String> types =
                        found.types().stream().map(ProvisionType::id).toList();
                materialities.add(List.of(row.materiality()), List.of(printed(found.materiality())));
                areas.add(laboratory.areasOf(row.types()), laboratory.areasOf(types));
                int[] count = alerts.computeIfAbsent(row.truth(), truth -> new int[2]);
                count[0]++;
                count[1] += alert ? 1 : 0;
                cases.add(new Case(row.id(), types, printed(found.materiality()), found.severity(), alert));
            }
        }
        CaseFile.write(out, cases);
        print(people, materialities, areas);
        people.printf(
                Locale.ROOT,
                "changes: mode=%s n=%d materiality-macro-f1=%.3f material-recall=%.3f minor-alerted=%.3f"
                        + " editorial-suppressed=%.3f first-four-macro-f1=%.3f%n",
                training.mode(),
                cases.size(),
                materialities.macroF1(),
                alerted(alerts, Materiality.MATERIAL),
                alerted(alerts, Materiality.MINOR),
                1 - alerted(alerts, Materiality.EDITORIAL),
                areas.macroF1(EvalClassifyCommand.FIRST_FOUR));
        people.flush();
        return 0;
    }

    private static double alerted(Map<Materiality, int[]> alerts, Materiality of) {
        int[] count = alerts.getOrDefault(of, new int[] {0, 0});
        return count[0] == 0 ? 0 : (double) count[1] / count[0];
    }

    private static String printed(Materiality materiality) {
        return materiality.name().toLowerCase(Locale.ROOT);
    }

    private static void print(PrintWriter people, LabelFigures materialities, LabelFigures areas) {
        people.printf("%-30s %6s %9s %7s %6s%n", "materiality or area", "there", "precision", "recall", "F1");
        LabelFigures.print(people, materialities);
        LabelFigures.print(people, areas);
    }
}
