package dev.clausewatch.classifier.encoder;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.clausewatch.classifier.rules.ProvisionInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What {@code training/encoder/examples.py} wrote: invented provisions as Python reads them, and a tiny model with random weights. */
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
            List<Long> pieces,
            List<Long> segments,
            List<Double> scores) {

        ProvisionInput provision() {
            return new ProvisionInput(termsType, heading.isEmpty() ? List.of() : List.of(heading), null, text);
        }

        @Override
        public String toString() {
            return text.substring(0, Math.min(text.length(), 40));
        }
    }

    static byte[] model() {
        return bytes("encoder.onnx");
    }

    static byte[] vocabulary() {
        return bytes("encoder-vocabulary.txt");
    }

    static List<Example> all() {
        return new String(bytes("provisions.jsonl"), StandardCharsets.UTF_8)
                .lines()
                .map(Examples::example)
                .toList();
    }

    private static Example example(String line) {
        try {
            return JSON.readValue(line, Example.class);
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
