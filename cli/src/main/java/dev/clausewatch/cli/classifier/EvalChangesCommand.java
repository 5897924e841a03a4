package dev.clausewatch.cli.classifier;

import dev.clausewatch.classifier.assess.Classifier;
import dev.clausewatch.cli.CaseFile;
import dev.clausewatch.cli.JsonOption;
import dev.clausewatch.cli.Summary;
import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.Severity;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code eval changes}: what labelled changes of provisions mean, and which would alert. */
@Command(
        name = "changes",
        description = "Assess labelled changes of provisions and say how well their materiality and types are found.",
        footer = {
            "A row of --gold: {id, service, termsType, heading, before, after, types[], materiality}.",
            "With --json: {mode, n, materialityMacroF1, materialRecall, minorAlerted, editorialSuppressed, firstFourMacroF1,"
                    + " materialities[{label, there, precision, recall, f1}],"
                    + " areas[{label, there, precision, recall, f1}]}."
        },
        mixinStandardHelpOptions = true)
public final class EvalChangesCommand implements Callable<Integer> {

    /** From this materiality on the shipped configuration tells subscribers ({@code clausewatch.assess.threshold}). */
    private static final Materiality THRESHOLD = Materiality.MINOR;

    @Mixin
    private final EvalOptions options = new EvalOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    /** One change as written to {@code --out}. */
    record Case(
            String id,
            List<String> types,
            String materiality,
            @Nullable Severity severity,
            boolean alert) {}

    @Override
    public Integer call() throws IOException {
        ModelUnderTest model = options.model();
        ShippedRules laboratory = ShippedRules.shipped();
        List<GoldChange> rows = LabelledRows.changes(options.gold(), laboratory.types());
        LabelFigures materialities = new LabelFigures();
        LabelFigures areas = new LabelFigures();
        Map<Materiality, int[]> alerts = new EnumMap<>(Materiality.class);
        List<Case> cases = new ArrayList<>();
        for (int fold = 0; fold < model.folds(); fold++) {
            Classifier classifier = model.classifier(laboratory, options.gold(), rows, fold, json.people());
            for (GoldChange row : rows) {
                if (!model.isTested(row.service(), fold)) {
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
        CaseFile.write(options.out(), cases);
        Summary summary = new Summary("changes")
                .figure("mode", "%s", model.mode())
                .figure("n", "%d", cases.size())
                .figure("materiality-macro-f1", "%.3f", materialities.macroF1())
                .figure("material-recall", "%.3f", alerted(alerts, Materiality.MATERIAL))
                .figure("minor-alerted", "%.3f", alerted(alerts, Materiality.MINOR))
                .figure("editorial-suppressed", "%.3f", 1 - alerted(alerts, Materiality.EDITORIAL))
                .figure("first-four-macro-f1", "%.3f", areas.macroF1(EvalClassifyCommand.FIRST_FOUR));
        if (json.isGiven()) {
            json.print(summary.rows("materialities", materialities.rows()).rows("areas", areas.rows()));
        } else {
            PrintWriter people = json.people();
            print(people, materialities, areas);
            people.println(summary.line());
            people.flush();
        }
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
