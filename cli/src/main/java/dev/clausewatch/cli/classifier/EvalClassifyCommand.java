package dev.clausewatch.cli.classifier;

import dev.clausewatch.classifier.assess.TypeClassifier;
import dev.clausewatch.cli.CaseFile;
import dev.clausewatch.cli.JsonOption;
import dev.clausewatch.cli.Summary;
import dev.clausewatch.events.Areas;
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

/** {@code eval classify}: types and areas of labelled provisions. */
@Command(
        name = "classify",
        description = "Read labelled provisions and say how well their types and areas are found.",
        footer = {
            "A row of --gold: {id, service, termsType, heading, text, types[]}.",
            "With --json: {mode, provisions, typeMicroF1, typeMacroF1, areaMacroF1, firstFourMacroF1, calibrationError,"
                    + " provisionsPerS, types[{label, there, precision, recall, f1}],"
                    + " areas[{label, there, precision, recall, f1}], calibration[{stated, right, answers}]}."
        },
        mixinStandardHelpOptions = true)
public final class EvalClassifyCommand implements Callable<Integer> {

    /** The areas that are measured apart ({@code taxonomy.md}). */
    static final List<String> FIRST_FOUR =
            List.of(Areas.COPYRIGHT, Areas.FTC_SECTION_5, Areas.EU_COMPETITION, Areas.EU_AI_ACT);

    @Mixin
    private final EvalOptions options = new EvalOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

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
        List<GoldProvision> rows = LabelledRows.provisions(options.gold(), laboratory.types());
        LabelFigures types = new LabelFigures();
        LabelFigures areas = new LabelFigures();
        CalibrationFigures calibration = new CalibrationFigures();
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
                List<String> ids = found.stream().map(ProvisionType::id).toList();
                types.add(row.types(), ids);
                areas.add(laboratory.areasOf(row.types()), laboratory.areasOf(ids));
                found.forEach(
                        type -> calibration.add(type.confidence(), row.types().contains(type.id())));
                cases.add(describe(row, found, laboratory.areasOf(ids)));
            }
        }
        CaseFile.write(options.out(), cases);
        Summary summary = new Summary("classify")
                .figure("mode", "%s", model.mode())
                .figure("provisions", "%d", cases.size())
                .figure("type-micro-f1", "%.3f", types.microF1())
                .figure("type-macro-f1", "%.3f", types.macroF1())
                .figure("area-macro-f1", "%.3f", areas.macroF1())
                .figure("first-four-macro-f1", "%.3f", areas.macroF1(FIRST_FOUR))
                .figure("calibration-error", "%.3f", calibration.error())
                .figure("provisions-per-s", "%.0f", cases.size() / (nanos / 1e9));
        if (json.isGiven()) {
            json.print(summary.rows("types", types.rows())
                    .rows("areas", areas.rows())
                    .rows("calibration", calibration.bins()));
        } else {
            PrintWriter people = json.people();
            print(people, types, areas, calibration);
            people.println(summary.line());
            people.flush();
        }
        return 0;
    }

    private static Case describe(GoldProvision row, List<ProvisionType> found, List<String> areas) {
        Map<String, Double> confidence = new LinkedHashMap<>();
        List<Evidence> evidence = new ArrayList<>();
        for (ProvisionType type : found) {
            confidence.put(type.id(), type.confidence());
            for (EvidenceSpan span : type.evidence()) {
                evidence.add(new Evidence(type.id(), span.start(), span.end(), span.decidedBy()));
            }
        }
        return new Case(row.id(), List.copyOf(confidence.keySet()), areas, confidence, evidence);
    }

    private static void print(
            PrintWriter people, LabelFigures types, LabelFigures areas, CalibrationFigures calibration) {
        people.printf("%-30s %6s %9s %7s %6s%n", "type or area", "there", "precision", "recall", "F1");
        LabelFigures.print(people, types);
        LabelFigures.print(people, areas);
        calibration.print(people);
    }
}
