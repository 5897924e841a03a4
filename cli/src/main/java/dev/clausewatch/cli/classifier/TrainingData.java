package dev.clausewatch.cli.classifier;

import dev.clausewatch.classifier.training.Example;
import dev.clausewatch.classifier.training.TrainingList;
import dev.clausewatch.cli.CommandFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the models learn from, below one folder: the labelled provisions and changes of {@code gold/}, and the texts that the training
 * list names. What is not there is left out, unless {@link #requireAll} is asked.
 */
record TrainingData(Path folder, ShippedRules shipped) {

    private static final List<String> PROVISIONS =
            List.of("gold/provisions.jsonl", "gold/provisions-more.jsonl.gz", "gold/rare.jsonl");
    private static final List<String> DIRECTIONS = List.of("gold/directions.jsonl");
    private static final List<String> CHANGES = List.of("gold/changes.jsonl", "gold/changes-more.jsonl");

    /** All labelled provisions in a fixed order. */
    List<Example> provisions() throws IOException {
        List<Example> examples = new ArrayList<>();
        for (Path file : present(PROVISIONS)) {
            LabelledRows.provisions(file, shipped.types()).forEach(row -> examples.add(row.example()));
        }
        examples.addAll(TrainingList.shipped().examples(folder));
        return examples;
    }

    /** All changes whose materiality is labelled, in a fixed order. */
    List<GoldChange> changes() throws IOException {
        return changes(CHANGES);
    }

    /** All changes whose direction is labelled, in a fixed order. */
    List<GoldChange> directions() throws IOException {
        return changes(DIRECTIONS);
    }

    private List<GoldChange> changes(List<String> files) throws IOException {
        List<GoldChange> changes = new ArrayList<>();
        for (Path file : present(files)) {
            changes.addAll(LabelledRows.changes(file, shipped.types()));
        }
        return changes;
    }

    /**
     * Refuses a folder without some of the texts: what is shipped learns from all.
     *
     * @throws CommandFailedException saying what is missing
     */
    void requireAll() throws IOException {
        for (String file :
                Stream.of(PROVISIONS, CHANGES, DIRECTIONS).flatMap(List::stream).toList()) {
            if (!Files.isRegularFile(folder.resolve(file))) {
                throw CommandFailedException.unusable(
                        "--data: there is no file %s. Name the folder that has all labelled rows."
                                .formatted(folder.resolve(file)));
            }
        }
        int missing = missing();
        if (missing > 0) {
            throw CommandFailedException.unusable(
                    "--data: the texts of %d of the %d provisions of the training list are not below %s. Name the folder that has all."
                            .formatted(missing, TrainingList.shipped().size(), folder));
        }
    }

    /** How many provisions of the training list have no text here. */
    int missing() throws IOException {
        return TrainingList.shipped().size()
                - TrainingList.shipped().examples(folder).size();
    }

    private List<Path> present(List<String> files) {
        return files.stream().map(folder::resolve).filter(Files::isRegularFile).toList();
    }
}
