package dev.clausewatch.cli.classifier;

import dev.clausewatch.classifier.assess.Classifier;
import dev.clausewatch.cli.CaseFile;
import dev.clausewatch.cli.JsonOption;
import dev.clausewatch.cli.Summary;
import dev.clausewatch.cli.classifier.ChangesFigures.Outcome;
import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.Severity;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
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
            "With --json: {mode, n, materialityMacroF1, materialRecall, minorAlerted, editorialSuppressed, firstFourMacroF1, intervals[{figure, low, high}],"
                    + " materialities[{label, there, precision, recall, f1}],"
                    + " areas[{label, there, precision, recall, f1}]};"
                    + " figure is a name as in the text, such as materiality-macro-f1."
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
        List<Outcome> outcomes = new ArrayList<>();
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
                outcomes.add(new Outcome(
                        row.service(),
                        row.truth(),
                        laboratory.areasOf(row.types()),
                        found.materiality(),
                        laboratory.areasOf(types),
                        alert));
                cases.add(new Case(
                        row.id(), types, ChangesFigures.printed(found.materiality()), found.severity(), alert));
            }
        }
        CaseFile.write(options.out(), cases);
        ChangesFigures figures = ChangesFigures.of(outcomes);
        List<Bootstrap.Interval> intervals = Bootstrap.intervals(
                outcomes, Outcome::service, some -> ChangesFigures.of(some).byName());
        Summary summary =
                new Summary("changes").figure("mode", "%s", model.mode()).figure("n", "%d", cases.size());
        figures.byName().forEach((name, value) -> summary.figure(name, "%.3f", value));
        if (json.isGiven()) {
            json.print(summary.rows("intervals", intervals)
                    .rows("materialities", figures.materialities().rows())
                    .rows("areas", figures.areas().rows()));
        } else {
            PrintWriter people = json.people();
            print(people, figures);
            Bootstrap.print(people, intervals);
            people.println(summary.line());
            people.flush();
        }
        return 0;
    }

    private static void print(PrintWriter people, ChangesFigures figures) {
        LabelFigures.printHeads(people, "materiality or area");
        LabelFigures.print(people, figures.materialities());
        LabelFigures.print(people, figures.areas());
    }
}
