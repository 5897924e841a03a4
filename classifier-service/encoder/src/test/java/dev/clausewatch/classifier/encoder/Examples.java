package dev.clausewatch.classifier.encoder;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.clausewatch.classifier.learn.ChangedText;
import dev.clausewatch.classifier.rules.ProvisionInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What {@code training/encoder/examples.py} wrote: invented provisions and changes as Python reads them, and tiny models with random weights. */
final class Examples {

    private static final JsonMapper JSON = new JsonMapper();

    private Examples() {}

    /**
     * A provision.
     *
     * @param pieces as Python splits it
     * @param scores what torch computes, with weights that are not rounded
     */
    record Example(
            String termsType,
            String heading,
            String text,
            List<Integer> pieces,
            List<Integer> segments,
            List<Double> scores) {

        ProvisionInput provision() {
            return new ProvisionInput(termsType, heading.isEmpty() ? List.of() : List.of(heading), null, text);
        }

        @Override
        public String toString() {
            return text.substring(0, Math.min(text.length(), 40));
        }
    }

    /**
     * A change.
     *
     * @param pieces as Python splits it
     * @param logits what torch computes, with weights that are not rounded
     */
    record Change(
            String termsType,
            String heading,
            String before,
            String after,
            List<Integer> pieces,
            List<Integer> segments,
            List<Double> logits) {

        ChangedText text() {
            return new ChangedText(termsType, heading, before, after);
        }

        @Override
        public String toString() {
            return before.substring(0, Math.min(before.length(), 40)) + " > "
                    + after.substring(0, Math.min(after.length(), 40));
        }
    }

    static EncoderFiles files() {
        return EncoderFiles.read("/examples").orElseThrow();
    }

    static List<Example> all() {
        return rows("provisions.jsonl", Example.class);
    }

    static List<Change> changes() {
        return rows("changes.jsonl", Change.class);
    }

    private static <T> List<T> rows(String name, Class<T> type) {
        return new String(bytes(name), StandardCharsets.UTF_8)
                .lines()
                .map(line -> row(line, type))
                .toList();
    }

    private static <T> T row(String line, Class<T> type) {
        try {
            return JSON.readValue(line, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String name) {
        try (InputStream in = Examples.class.getResourceAsStream("/examples/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
