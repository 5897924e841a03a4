package dev.clausewatch.cli.classifier;

import dev.clausewatch.classifier.assess.TypeClassifier;
import dev.clausewatch.cli.CaseFile;
import dev.clausewatch.cli.CommandFailedException;
import dev.clausewatch.cli.JsonOption;
import dev.clausewatch.cli.Summary;
import dev.clausewatch.cli.classifier.ClassifyFigures.Outcome;
import dev.clausewatch.cli.classifier.LanguageModelReader.Refused;
import dev.clausewatch.events.EvidenceSpan;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.Side;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code eval classify}: types and areas of labelled provisions. */
@Command(
        name = "classify",
        description = "Read labelled provisions and say how well their types and areas are found.",
        footer = {
            "A row of --gold: {id, service, termsType, heading, text, types[]}.",
            "--reader language-model asks the model that the classifier service would, by the same environment: LANGUAGE_MODEL_URL,"
                    + " LANGUAGE_MODEL, LANGUAGE_MODEL_KEY and CLAUSEWATCH_LANGUAGE_MODEL_TIMEOUT. Each text is sent there. A refused"
                    + " answer or type counts as not found; a run that broke off goes on with the same --answers.",
            "With --json: {mode, provisions, typeMicroF1, typeMacroF1, areaMacroF1, firstFourMacroF1, calibrationError,"
                    + " provisionsPerS, intervals[{figure, low, high}], types[{label, there, precision, recall, f1}], worstTypes[],"
                    + " areas[{label, there, precision, recall, f1}], calibration[{stated, right, answers}], refused[{what, reason, count}]};"
                    + " figure is a name as in the text, such as type-micro-f1."
        },
        mixinStandardHelpOptions = true)
public final class EvalClassifyCommand implements Callable<Integer> {

    private static final String BUILT_IN = "built-in";
    private static final String LANGUAGE_MODEL = "language-model";
    private static final int ROWS_A_LINE = 25;
    private static final double NANOS = 1e9;

    @Mixin
    private final EvalOptions options = new EvalOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Option(
            names = "--reader",
            paramLabel = "READER",
            defaultValue = BUILT_IN,
            description = "built-in (default) or language-model: what reads the provisions")
    private String reader = BUILT_IN;

    @Option(
            names = "--answers",
            paramLabel = "FILE",
            description = "with --reader language-model: keep its answers here, and ask nothing that is answered here")
    @Nullable
    private Path answers;

    private final Map<String, String> environment;

    /** With the settings of this process's environment. */
    EvalClassifyCommand() {
        this(System.getenv());
    }

    EvalClassifyCommand(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** One provision as written to {@code --out}. */
    record Case(
            String id,
            List<String> types,
            List<String> areas,
            Map<String, Double> confidence,
            List<Evidence> evidence) {}

    /** What a type rests on: offsets into the text in code points. */
    record Evidence(String type, int start, int end, String rule) {}

    /** What was measured. */
    private record Measured(
            String mode, List<Outcome> outcomes, List<Case> cases, double seconds, List<Refused> refused) {}

    @Override
    public Integer call() throws IOException {
        ShippedRules laboratory = ShippedRules.shipped();
        requireFittingOptions();
        List<GoldProvision> rows = options.model()
                .measured(
                        LabelledRows.provisions(options.gold(), laboratory.types()),
                        GoldProvision::service,
                        options.gold());
        Measured measured =
                reader.equals(LANGUAGE_MODEL) ? byLanguageModel(rows, laboratory) : builtIn(rows, laboratory);
        List<Outcome> outcomes = measured.outcomes();
        List<Case> cases = measured.cases();
        CaseFile.write(options.out(), cases);
        ClassifyFigures figures = ClassifyFigures.of(outcomes);
        List<Bootstrap.Interval> intervals = Bootstrap.intervals(
                outcomes, Outcome::service, some -> ClassifyFigures.of(some).byName());
        Summary summary =
                new Summary("classify").figure("mode", "%s", measured.mode()).figure("provisions", "%d", cases.size());
        figures.byName().forEach((name, value) -> summary.figure(name, "%.3f", value));
        summary.figure("provisions-per-s", "%.0f", cases.size() / measured.seconds());
        if (json.isGiven()) {
            json.print(summary.rows("intervals", intervals)
                    .rows("types", figures.types().rows())
                    .rows("worstTypes", figures.types().worst())
                    .rows("areas", figures.areas().rows())
                    .rows("calibration", figures.calibration().bins())
                    .rows("refused", measured.refused()));
        } else {
            PrintWriter people = json.people();
            print(people, figures);
            Bootstrap.print(people, intervals);
            measured.refused()
                    .forEach(one -> people.printf("refused: %d of %s%n", one.count(), one.what() + " " + one.reason()));
            people.println(summary.line());
            people.flush();
        }
        return 0;
    }

    private void requireFittingOptions() {
        if (!reader.equals(BUILT_IN) && !reader.equals(LANGUAGE_MODEL)) {
            throw CommandFailedException.unusable(
                    "--reader: %s is none; there are %s and %s.".formatted(reader, BUILT_IN, LANGUAGE_MODEL));
        }
        if (reader.equals(LANGUAGE_MODEL) && options.model().isCrossValidated()) {
            throw CommandFailedException.unusable("--cross-validate: a language model is not trained. Leave it out.");
        }
        if (reader.equals(BUILT_IN) && answers != null) {
            throw CommandFailedException.unusable(
                    "--answers is about what a language model says: add --reader %s.".formatted(LANGUAGE_MODEL));
        }
    }

    private Measured builtIn(List<GoldProvision> rows, ShippedRules laboratory) throws IOException {
        ModelUnderTest model = options.model();
        List<Outcome> outcomes = new ArrayList<>();
        List<Case> cases = new ArrayList<>();
        long nanos = 0;
        for (int fold = 0; fold < model.folds(); fold++) {
            TypeClassifier classifier = model.reader(laboratory, options.gold(), rows, fold, json.people());
            for (GoldProvision row : rows) {
                if (!model.isTested(row.service(), fold)) {
                    continue;
                }
                long start = System.nanoTime();
                List<ProvisionType> found = classifier.types(row.input(), Side.AFTER);
                nanos += System.nanoTime() - start;
                Outcome outcome = outcome(row, found, laboratory);
                outcomes.add(outcome);
                cases.add(describe(row, found, outcome));
            }
        }
        return new Measured(model.mode(), outcomes, cases, nanos / NANOS, List.of());
    }

    private Measured byLanguageModel(List<GoldProvision> rows, ShippedRules laboratory) throws IOException {
        LanguageModelReader model = LanguageModelReader.of(environment, laboratory.register(), answers);
        PrintWriter people = json.people();
        List<Outcome> outcomes = new ArrayList<>();
        List<Case> cases = new ArrayList<>();
        long start = System.nanoTime();
        for (GoldProvision row : rows) {
            List<ProvisionType> found = model.types(row);
            Outcome outcome = outcome(row, found, laboratory);
            outcomes.add(outcome);
            cases.add(describe(row, found, outcome));
            if (cases.size() % ROWS_A_LINE == 0) {
                people.printf("read %d of %d%n", cases.size(), rows.size());
                people.flush();
            }
        }
        return new Measured(LANGUAGE_MODEL, outcomes, cases, (System.nanoTime() - start) / NANOS, model.refused());
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
