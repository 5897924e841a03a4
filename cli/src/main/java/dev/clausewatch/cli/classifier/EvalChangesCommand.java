package dev.clausewatch.cli.classifier;

import dev.clausewatch.classifier.assess.Classifier;
import dev.clausewatch.cli.CaseFile;
import dev.clausewatch.cli.JsonOption;
import dev.clausewatch.cli.Summary;
import dev.clausewatch.cli.classifier.ChangesFigures.Label;
import dev.clausewatch.cli.classifier.ChangesFigures.Outcome;
import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.Difference;
import dev.clausewatch.events.Direction;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.ProvisionType;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code eval changes}: what labelled changes of provisions mean, and which would alert. */
@Command(
        name = "changes",
        description =
                "Assess labelled changes of provisions and say how well their materiality, types and direction are found.",
        footer = {
            "A row of --gold: {id, service, termsType, heading, before, after, types[], materiality, direction?, severity?, differenceTypes[]?}.",
            "With --json: {mode, n, materialityMacroF1, materialRecall, minorAlerted, editorialSuppressed, firstFourMacroF1, directionMacroF1, opposite, severityMacroF1, farOff, differenceMicroF1, intervals[{figure, low, high}],"
                    + " materialities[{label, there, precision, recall, f1}],"
                    + " areas[{label, there, precision, recall, f1}],"
                    + " directions[{label, there, precision, recall, f1}],"
                    + " severities[{label, there, precision, recall, f1}]};"
                    + " a figure that the rows have no labels for is - there."
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
            List<String> differenceTypes,
            String materiality,
            @Nullable String direction,
            @Nullable String severity,
            boolean alert) {}

    @Override
    public Integer call() throws IOException {
        ModelUnderTest model = options.model();
        ShippedRules laboratory = ShippedRules.shipped();
        List<GoldChange> rows = model.measured(
                LabelledRows.changes(options.gold(), laboratory.types()), GoldChange::service, options.gold());
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
                Label answer = label(found, laboratory);
                outcomes.add(new Outcome(row.service(), label(row, laboratory), answer, alert));
                cases.add(new Case(
                        row.id(),
                        found.types().stream().map(ProvisionType::id).toList(),
                        Objects.requireNonNullElse(answer.differenceTypes(), List.of()),
                        ChangesFigures.printed(found.materiality()),
                        printed(answer.direction()),
                        printed(answer.severity()),
                        alert));
            }
        }
        CaseFile.write(options.out(), cases);
        ChangesFigures figures = ChangesFigures.of(outcomes);
        List<Bootstrap.Interval> intervals = Bootstrap.intervals(
                outcomes, Outcome::service, some -> ChangesFigures.of(some).byName());
        Summary summary =
                new Summary("changes").figure("mode", "%s", model.mode()).figure("n", "%d", cases.size());
        Map<String, Double> byName = figures.byName();
        for (String name : ChangesFigures.NAMES) {
            Double value = byName.get(name);
            summary.figure(name, value == null ? "%s" : "%.3f", value == null ? "-" : value);
        }
        if (json.isGiven()) {
            json.print(summary.rows("intervals", intervals)
                    .rows("materialities", figures.materialities().rows())
                    .rows("areas", figures.areas().rows())
                    .rows("directions", figures.directions().rows())
                    .rows("severities", figures.severities().rows()));
        } else {
            PrintWriter people = json.people();
            print(people, figures);
            Bootstrap.print(people, intervals);
            people.println(summary.line());
            people.flush();
        }
        return 0;
    }

    private static Label label(GoldChange row, ShippedRules laboratory) {
        return new Label(
                row.truth(),
                laboratory.areasOf(row.types()),
                row.trueDirection(),
                row.trueSeverity(),
                row.differenceTypes());
    }

    /** A difference in which nothing changed for a reader is neither worse nor better. */
    private static Label label(ClassifiedProvision found, ShippedRules laboratory) {
        List<String> types = found.types().stream().map(ProvisionType::id).toList();
        Difference difference = found.difference();
        boolean isEditorial = found.materiality() == Materiality.EDITORIAL;
        return new Label(
                found.materiality(),
                laboratory.areasOf(types),
                difference == null ? (isEditorial ? Direction.NEUTRAL : null) : difference.direction(),
                found.severity(),
                difference == null ? List.of() : difference.types());
    }

    private static @Nullable String printed(@Nullable Enum<?> label) {
        return label == null ? null : ChangesFigures.printed(label);
    }

    private static void print(PrintWriter people, ChangesFigures figures) {
        LabelFigures.printHeads(people, "label");
        LabelFigures.print(people, figures.materialities());
        LabelFigures.print(people, figures.areas());
        LabelFigures.print(people, figures.directions());
        LabelFigures.print(people, figures.severities());
    }
}
