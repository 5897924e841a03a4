package dev.clausewatch.cli.classifier;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.clausewatch.classifier.assess.Classifier;
import dev.clausewatch.classifier.assess.EditReading;
import dev.clausewatch.classifier.assess.TypeClassifier;
import dev.clausewatch.classifier.encoder.OnnxEncoder;
import dev.clausewatch.classifier.learn.DifferenceCuts;
import dev.clausewatch.classifier.learn.DifferenceOpinion;
import dev.clausewatch.classifier.learn.DifferenceStack;
import dev.clausewatch.classifier.learn.DirectionModel;
import dev.clausewatch.classifier.learn.Encoder;
import dev.clausewatch.classifier.learn.MaterialityModel;
import dev.clausewatch.classifier.rules.RuleSet;
import dev.clausewatch.classifier.taxonomy.DataFiles;
import dev.clausewatch.classifier.training.ChangeExample;
import dev.clausewatch.classifier.training.DifferenceCutsTrainer;
import dev.clausewatch.classifier.training.DirectionExample;
import dev.clausewatch.classifier.training.DirectionTrainer;
import dev.clausewatch.classifier.training.Example;
import dev.clausewatch.classifier.training.Folds;
import dev.clausewatch.classifier.training.HeldOutServices;
import dev.clausewatch.classifier.training.MaterialityTrainer;
import dev.clausewatch.classifier.training.TypeModelTrainer;
import dev.clausewatch.cli.CommandFailedException;
import dev.clausewatch.events.Materiality;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which model a measurement measures: the shipped one, or for each part of the cases one that was trained without its services. */
final class ModelUnderTest {

    @Option(
            names = "--cross-validate",
            paramLabel = "K",
            description = "train anew K times, each time without the services that are then measured")
    @Nullable
    private Integer parts;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "folder with the texts that the training list names (default: the folder above that of --gold)")
    @Nullable
    private Path data;

    @Option(
            names = "--without-encoder",
            description =
                    "measure the quick models alone, as where ONNX Runtime does not run; --cross-validate always does")
    private boolean withoutEncoder;

    @Option(
            names = "--held-out",
            description =
                    "measure only those services that the encoder did not learn from; of changes with quick models that did not either")
    private boolean heldOut;

    boolean isCrossValidated() {
        return parts != null;
    }

    String mode() {
        return isCrossValidated() ? "cv" : "shipped";
    }

    int folds() {
        if (parts != null && parts < 2) {
            throw CommandFailedException.unusable("--cross-validate: %d has to be at least 2.".formatted(parts));
        }
        return parts == null ? 1 : parts;
    }

    /** Whether the cases of a service are measured with this part's model. */
    boolean isTested(String service, int fold) {
        return parts == null || Folds.of(service, parts) == fold;
    }

    /** The rows that are measured: all, or with --held-out those of services that were held out. */
    <T> List<T> measured(List<T> rows, Function<T, String> service, Path gold) {
        if (!heldOut) {
            return rows;
        }
        if (isCrossValidated()) {
            throw CommandFailedException.unusable(
                    "--held-out: --cross-validate holds out services of its own. Leave one of them out.");
        }
        List<T> apart = rows.stream()
                .filter(row -> HeldOutServices.contains(service.apply(row)))
                .toList();
        if (apart.isEmpty()) {
            throw CommandFailedException.unusable(
                    "--held-out: all services of %s were learned from. Leave --held-out out.".formatted(gold));
        }
        return apart;
    }

    /** The reader for a part, trained on the labelled provisions themselves too. */
    TypeClassifier reader(ShippedRules laboratory, Path gold, List<GoldProvision> rows, int fold, PrintWriter people)
            throws IOException {
        return isCrossValidated()
                ? trained(new TrainingData(dataFolder(gold), laboratory), rows, fold, people)
                : shipped().types();
    }

    /** The classifier for a part; its models are trained on the labelled changes and the provisions beside them. */
    Classifier classifier(ShippedRules laboratory, Path gold, List<GoldChange> changes, int fold, PrintWriter people)
            throws IOException {
        if (!isCrossValidated()) {
            return heldOut ? withoutHeldOut(laboratory, gold) : shipped();
        }
        TrainingData training = new TrainingData(dataFolder(gold), laboratory);
        TypeClassifier reader = trained(training, List.of(), fold, people);
        List<GoldChange> seen = Stream.concat(changes.stream(), training.changes().stream())
                .distinct()
                .filter(change -> !isTested(change.service(), fold))
                .toList();
        MaterialityModel materiality = materiality(reader, seen);
        List<GoldChange> directions = training.directions().stream()
                .filter(change -> !isTested(change.service(), fold))
                .toList();
        return Classifier.with(
                reader, materiality, directions.isEmpty() ? null : direction(reader, materiality, directions));
    }

    private Classifier shipped() {
        return Classifier.shipped(
                null, withoutEncoder ? null : OnnxEncoder.shipped().orElse(null));
    }

    /** A model of materiality of these changes. */
    static MaterialityModel materiality(TypeClassifier reader, List<GoldChange> changes) {
        Classifier byRule = Classifier.with(reader, null, null);
        return MaterialityTrainer.train(changes.stream()
                .map(change -> new ChangeExample(
                        byRule.reading(change.document(), change.touched()), change.truth(), change.service()))
                .toList());
    }

    /** A model of direction of these changes. */
    static DirectionModel direction(TypeClassifier reader, MaterialityModel materiality, List<GoldChange> changes) {
        Classifier without = Classifier.with(reader, materiality, null);
        return DirectionTrainer.train(changes.stream()
                .map(change -> new DirectionExample(
                        without.directionReading(change.document(), change.touched()),
                        Objects.requireNonNull(change.trueDirection()),
                        change.service()))
                .toList());
    }

    /** From where on the encoder's word on a difference counts; the quick models beside it learn from the services that are not held out. */
    static DifferenceCuts cuts(
            TypeClassifier reader, Encoder encoder, List<GoldChange> changes, List<GoldChange> directions) {
        MaterialityModel materiality = materiality(reader, heldOut(changes, false));
        DirectionModel direction = direction(reader, materiality, heldOut(directions, false));
        Classifier quick = Classifier.with(reader, materiality, direction);
        List<Double> materialLeads = heldOut(changes, true).stream()
                .filter(change -> change.truth() == Materiality.MATERIAL)
                .map(change -> {
                    EditReading reading = quick.reading(change.document(), change.touched());
                    return reading.isNeverEditorial()
                            ? Double.NEGATIVE_INFINITY
                            : materiality.editorialLead(reading.features(), opinion(encoder, change));
                })
                .toList();
        List<DifferenceCutsTrainer.Guessed> guessed = heldOut(directions, true).stream()
                .map(change -> new DifferenceCutsTrainer.Guessed(
                        Objects.requireNonNull(change.trueDirection()),
                        direction.guess(
                                quick.directionReading(change.document(), change.touched())
                                        .features(),
                                opinion(encoder, change))))
                .toList();
        return DifferenceCutsTrainer.fit(encoder.id(), materialLeads, guessed);
    }

    /** The encoder as it is shipped, beside quick models of changes that learn from the services that are not held out. */
    private Classifier withoutHeldOut(ShippedRules laboratory, Path gold) throws IOException {
        TrainingData training = new TrainingData(dataFolder(gold), laboratory);
        Encoder encoder = OnnxEncoder.shipped()
                .orElseThrow(() -> CommandFailedException.unusable(
                        "--held-out: the encoder does not run here, and it is what the services were held out from."));
        TypeClassifier reader = Classifier.shipped(null, encoder).types();
        MaterialityModel materiality = materiality(reader, heldOut(training.changes(), false));
        List<GoldChange> directions = heldOut(training.directions(), false);
        DifferenceCuts cuts = new DataFiles().read("/model/differences.yaml", new TypeReference<>() {});
        return Classifier.with(
                reader, materiality, direction(reader, materiality, directions), new DifferenceStack(encoder, cuts));
    }

    private static List<GoldChange> heldOut(List<GoldChange> changes, boolean wanted) {
        return changes.stream()
                .filter(change -> HeldOutServices.contains(change.service()) == wanted)
                .toList();
    }

    private static DifferenceOpinion opinion(Encoder encoder, GoldChange change) {
        return DifferenceStack.opinion(encoder, Classifier.changedText(change.document(), change.touched()));
    }

    /** Learns from the training data and these rows, without the services that are measured. */
    private TypeClassifier trained(TrainingData training, List<GoldProvision> rows, int fold, PrintWriter people)
            throws IOException {
        List<Example> seen = Stream.concat(rows.stream().map(GoldProvision::example), training.provisions().stream())
                .distinct()
                .filter(example -> !isTested(example.group(), fold))
                .toList();
        people.printf(
                "part %d of %d: training on %d provisions; %d of the training list are not below %s%n",
                fold + 1, folds(), seen.size(), training.missing(), training.folder());
        people.flush();
        RuleSet rules = training.shipped().rules();
        return new TypeClassifier(
                rules,
                new TypeModelTrainer(rules, List.copyOf(training.shipped().types())).train(seen));
    }

    private Path dataFolder(Path gold) {
        if (data != null) {
            return data;
        }
        Path folder = gold.toAbsolutePath().normalize().getParent();
        Path above = folder == null ? null : folder.getParent();
        if (above == null) {
            throw CommandFailedException.unusable("--data: name the folder of the training texts.");
        }
        return above;
    }
}
