package dev.clausewatch.cli.classifier;

import dev.clausewatch.classifier.assess.TypeClassifier;
import dev.clausewatch.cli.CaseFile;
import dev.clausewatch.events.Areas;
import dev.clausewatch.events.EvidenceSpan;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.Side;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

/** {@code eval classify}: types and areas of labelled provisions. */
@Command(
        name = "classify",
        description = "Read labelled provisions and say how well their types and areas are found.",
        mixinStandardHelpOptions = true)
public final class EvalClassifyCommand implements Callable<Integer> {

    /** The areas that are measured apart ({@code taxonomy.md}). */
    static final List<String> FIRST_FOUR =
            List.of(Areas.COPYRIGHT, Areas.FTC_SECTION_5, Areas.EU_COMPETITION, Areas.EU_AI_ACT);

    @Spec
    @Nullable
    private CommandSpec spec;

    @Option(
            names = "--gold",
            required = true,
            paramLabel = "FILE",
            description = "labelled provisions, a JSON object a line: id, service, termsType, heading, text, types")
    private Path gold = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", description = "write one JSON object per provision")
    @Nullable
    private Path out;

    @Mixin
    private ModelUnderTest training = new ModelUnderTest();

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
        PrintWriter people = Objects.requireNonNull(spec).commandLine().getOut();
        ShippedRules laboratory = ShippedRules.shipped();
        List<GoldProvision> rows = LabelledRows.provisions(gold, laboratory.types());
        LabelFigures types = new LabelFigures();
        LabelFigures areas = new LabelFigures();
        CalibrationFigures calibration = new CalibrationFigures();
        List<Case> cases = new ArrayList<>();
        long nanos = 0;
        for (int fold = 0; fold < training.folds(); fold++) {
            TypeClassifier reader = training.reader(laboratory, gold, rows, fold, people);
            for (GoldProvision row : rows) {
                if (!training.isTested(row.service(), fold)) {
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
        CaseFile.write(out, cases);
        print(people, types, areas, calibration);
        people.printf(
                Locale.ROOT,
                "classify: mode=%s provisions=%d type-micro-f1=%.3f type-macro-f1=%.3f area-macro-f1=%.3f"
                        + " first-four-macro-f1=%.3f calibration-error=%.3f provisions-per-s=%.0f%n",
                training.mode(),
                cases.size(),
                types.microF1(),
                types.macroF1(),
                areas.macroF1(),
                areas.macroF1(FIRST_FOUR),
                calibration.error(),
                cases.size() / (nanos / 1e9));
        people.flush();
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
        people.println(calibration.table());
    }
}
