package dev.clausewatch.cli.classifier;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.clausewatch.classifier.assess.TypeClassifier;
import dev.clausewatch.classifier.encoder.OnnxEncoder;
import dev.clausewatch.classifier.learn.EncoderStack;
import dev.clausewatch.classifier.learn.MaterialityModel;
import dev.clausewatch.classifier.learn.StackWeights;
import dev.clausewatch.classifier.learn.TypeModel;
import dev.clausewatch.classifier.training.Example;
import dev.clausewatch.classifier.training.HeldOutServices;
import dev.clausewatch.classifier.training.StackTrainer;
import dev.clausewatch.classifier.training.TypeModelTrainer;
import dev.clausewatch.cli.CommandFailedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train}: makes the models that are shipped. */
@Command(
        name = "train",
        description = "Train the models that are shipped on labelled provisions and changes.",
        mixinStandardHelpOptions = true)
public final class TrainCommand implements Callable<Integer> {

    private static final YAMLMapper YAML = new YAMLMapper();

    @Spec
    @Nullable
    private CommandSpec spec;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description =
                    "folder with the labelled provisions and changes of gold/ and the texts that the training list names")
    private Path data = Path.of("");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "folder of the models; classifier-service/core/src/main/resources/model ships them")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        PrintWriter people = Objects.requireNonNull(spec).commandLine().getOut();
        ShippedRules laboratory = ShippedRules.shipped();
        if (!Files.isDirectory(out)) {
            throw CommandFailedException.unusable("--out: there is no folder %s. Make it first.".formatted(out));
        }
        TrainingData training = new TrainingData(data, laboratory);
        training.requireAll();
        OnnxEncoder encoder = OnnxEncoder.shipped()
                .orElseThrow(
                        () -> CommandFailedException.unusable(
                                "train: the encoder does not run here, and without it the models cannot be weighed. Train where ONNX Runtime runs."));
        List<Example> examples = training.provisions();
        List<Example> seen = examples.stream()
                .filter(example -> !HeldOutServices.contains(example.group()))
                .toList();
        List<Example> heldOut = examples.stream()
                .filter(example -> HeldOutServices.contains(example.group()))
                .toList();
        List<GoldChange> changes = training.changes();
        List<GoldChange> directions = training.directions();
        people.printf(
                "training on %d provisions, with %d held out, on %d changes, and on the directions of %d%n",
                seen.size(), heldOut.size(), changes.size(), directions.size());
        people.flush();
        TypeModel trained = new TypeModelTrainer(laboratory.rules(), List.copyOf(laboratory.types())).train(seen);
        write("types.tsv.gz", trained.write(), people);
        write("space.tsv.gz", trained.writeSpace(), people);
        // What builds on it learns from what was written, which is rounded.
        TypeModel types = TypeModel.read(trained.write(), trained.writeSpace());
        try (encoder) {
            EncoderStack stack = stack(laboratory, types, encoder, heldOut, people);
            TypeClassifier reader = new TypeClassifier(laboratory.rules(), types, stack);
            MaterialityModel materiality = ModelUnderTest.materiality(reader, changes);
            write("materiality.tsv.gz", materiality.write(), people);
            MaterialityModel written = MaterialityModel.read(materiality.write());
            write(
                    "direction.tsv.gz",
                    ModelUnderTest.direction(reader, written, directions).write(),
                    people);
            write(
                    "differences.yaml",
                    YAML.writeValueAsBytes(ModelUnderTest.cuts(reader, encoder, changes, directions)),
                    people);
        }
        people.flush();
        return 0;
    }

    private EncoderStack stack(
            ShippedRules laboratory, TypeModel types, OnnxEncoder encoder, List<Example> heldOut, PrintWriter people)
            throws IOException {
        StackWeights weights = new StackTrainer(laboratory.rules(), types, encoder).fit(heldOut);
        write("stack.yaml", YAML.writeValueAsBytes(weights), people);
        return new EncoderStack(encoder, weights, types.types());
    }

    private void write(String name, byte[] model, PrintWriter people) throws IOException {
        Path part = Files.createTempFile(out, name, ".part");
        Files.write(part, model);
        Files.move(part, out.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        people.printf("wrote %s, %d bytes%n", out.resolve(name), model.length);
    }
}
