package dev.clausewatch.cli.classifier;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.clausewatch.cli.CommandFailedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a language model answered, by the question: in a file with a JSON object a line, where one is given. */
final class KeptReadings {

    private static final JsonMapper JSON = new JsonMapper();

    @Nullable
    private final Path file;

    private final String model;
    private final Map<String, String> answers = new HashMap<>();

    private KeptReadings(@Nullable Path file, String model) {
        this.file = file;
        this.model = model;
    }

    /** A line of the file. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Line(
            @Nullable String question,
            @Nullable String model,
            @Nullable String answer) {}

    /**
     * Those of this model; none where there is no such file yet.
     *
     * @throws CommandFailedException with exit code 2 where there is no such folder
     */
    static KeptReadings of(@Nullable Path file, String model) throws IOException {
        KeptReadings kept = new KeptReadings(file, model);
        if (file == null) {
            return kept;
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw CommandFailedException.unusable("--answers: there is no folder %s. Make it first.".formatted(folder));
        }
        if (Files.exists(file)) {
            kept.read(Files.readString(file));
        }
        return kept;
    }

    @Nullable
    String find(String question) {
        return answers.get(question);
    }

    /** Keeps an answer, in the file at once. */
    void keep(String question, String answer) throws IOException {
        answers.put(question, answer);
        if (file != null) {
            append(JSON.writeValueAsString(new Line(question, model, answer)) + "\n");
        }
    }

    private void read(String text) throws IOException {
        text.lines().flatMap(line -> parsed(line).stream()).forEach(this::take);
        if (!text.isEmpty() && !text.endsWith("\n")) {
            append("\n");
        }
    }

    private void take(Line line) {
        if (model.equals(line.model()) && line.question() != null && line.answer() != null) {
            answers.put(line.question(), line.answer());
        }
    }

    /** A line may have been cut off by whatever ended that run; its question is asked again. */
    private static Optional<Line> parsed(String line) {
        try {
            return Optional.ofNullable(JSON.readValue(line, Line.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private void append(String text) throws IOException {
        if (file != null) {
            Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }
}
