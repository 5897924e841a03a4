package dev.clausewatch.cli.classifier;

import dev.clausewatch.classifier.assess.TypeClassifier;
import dev.clausewatch.classifier.training.HeldOutServices;
import dev.clausewatch.cli.CaseFile;
import dev.clausewatch.cli.CommandFailedException;
import dev.clausewatch.cli.JsonOption;
import dev.clausewatch.cli.Summary;
import dev.clausewatch.cli.classifier.ClassifyFigures.Outcome;
import dev.clausewatch.events.EvidenceSpan;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.Side;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code eval classify}: types and areas of labelled provisions. */
@Command(
        name = "classify",
        description = "Read labelled provisions and say how well their types and areas are found.",
        footer = {
            "A row of --gold: {id, service, termsType, heading, text, types[]}.",
            "With --json: {mode, provisions, typeMicroF1, typeMacroF1, areaMacroF1, firstFourMacroF1, calibrationError,"
                    + " provisionsPerS, intervals[{figure, low, high}], types[{label, there, precision, recall, f1}], worstTypes[],"
                    + " areas[{label, there, precision, recall, f1}], calibration[{stated, right, answers}]};"
                    + " figure is a name as in the text, such as type-micro-f1."
        },
        mixinStandardHelpOptions = true)
public final class EvalClassifyCommand implements Callable<Integer> {

    @Mixin
    private final EvalOptions options = new EvalOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Option(
            names = "--held-out",
            description =
                    "measure on the provisions of those services only that no shipped model of types learned from")
    private boolean heldOut;

    /** One provision as written to {@code --out}. */
    record Case(
            String id,
            List<String> types,
            List<String> areas,
            Map<String, Double> confidence,
            List<Evidence> evidence) {}

    /** What a type rests on: offsets into the text in code points. */
    record Evidence(String type, int start, int end, String rule) {}

    @Override
    public Integer call() throws IOException {
        ModelUnderTest model = options.model();
        ShippedRules laboratory = ShippedRules.shipped();
        List<GoldProvision> rows = rows(laboratory);
        List<Outcome> outcomes = new ArrayList<>();
        List<Case> cases = new ArrayList<>();
        long nanos = 0;
        for (int fold = 0; fold < model.folds(); fold++) {
            TypeClassifier reader = model.reader(laboratory, options.gold(), rows, fold, json.people());
            for (GoldProvision row : rows) {
                if (!model.isTested(row.service(), fold)) {
                    continue;
                }
                long start = System.nanoTime();
                List<ProvisionType> found = reader.types(row.input(), Side.AFTER);
                nanos += System.nanoTime() - start;
                Outcome outcome = outcome(row, found, laboratory);
                outcomes.add(outcome);
                cases.add(describe(row, found, outcome));
            }
        }
        CaseFile.write(options.out(), cases);
        ClassifyFigures figures = ClassifyFigures.of(outcomes);
        List<Bootstrap.Interval> intervals = Bootstrap.intervals(
                outcomes, Outcome::service, some -> ClassifyFigures.of(some).byName());
        Summary summary =
                new Summary("classify").figure("mode", "%s", model.mode()).figure("provisions", "%d", cases.size());
        figures.byName().forEach((name, value) -> summary.figure(name, "%.3f", value));
        summary.figure("provisions-per-s", "%.0f", cases.size() / (nanos / 1e9));
        if (json.isGiven()) {
            json.print(summary.rows("intervals", intervals)
                    .rows("types", figures.types().rows())
                    .rows("worstTypes", figures.types().worst())
                    .rows("areas", figures.areas().rows())
                    .rows("calibration", figures.calibration().bins()));
        } else {
            PrintWriter people = json.people();
            print(people, figures);
            Bootstrap.print(people, intervals);
            people.println(summary.line());
            people.flush();
        }
        return 0;
    }

    private List<GoldProvision> rows(ShippedRules laboratory) throws IOException {
        List<GoldProvision> rows = LabelledRows.provisions(options.gold(), laboratory.types());
        if (!heldOut) {
            return rows;
        }
        if (options.model().isCrossValidated()) {
            throw CommandFailedException.unusable(
                    "--held-out: --cross-validate holds out services of its own. Leave one of them out.");
        }
        List<GoldProvision> apart = rows.stream()
                .filter(row -> HeldOutServices.contains(row.service()))
                .toList();
        if (apart.isEmpty()) {
            throw CommandFailedException.unusable(
                    "--held-out: all services of %s were learned from. Leave --held-out out."
                            .formatted(options.gold()));
        }
        return apart;
    }

    private static Outcome outcome(GoldProvision row, List<ProvisionType> found, ShippedRules shipped) {
        Map<String, Double> confidence = new LinkedHashMap<>();
        found.forEach(type -> confidence.put(type.id(), type.confidence()));
        return new Outcome(
                row.service(),
                row.types(),
                shipped.areasOf(row.types()),
                confidence,
                shipped.areasOf(confidence.keySet()));
    }

    private static Case describe(GoldProvision row, List<ProvisionType> found, Outcome outcome) {
        List<Evidence> evidence = new ArrayList<>();
        for (ProvisionType type : found) {
            for (EvidenceSpan span : type.evidence()) {
                evidence.add(new Evidence(type.id(), span.start(), span.end(), span.decidedBy()));
            }
        }
        return new Case(
                row.id(), List.copyOf(outcome.found().keySet()), outcome.foundAreas(), outcome.found(), evidence);
    }

    private static void print(PrintWriter people, ClassifyFigures figures) {
        LabelFigures.printHeads(people, "type or area");
        LabelFigures.print(people, figures.types());
        LabelFigures.print(people, figures.areas());
        figures.calibration().print(people);
        people.println("worst types: " + String.join(", ", figures.types().worst()));
    }
}
