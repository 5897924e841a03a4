package dev.clausewatch.classifier.learn;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * A model as a gzipped text: its format, labels, biases and other numbers, a line each; then a line a feature with one number of its
 * own and its weights as {@code label:weight} in thousandths. Weights of nought are left out, and so are features without another.
 */
final class LinearModelFile {

    private static final double UNIT = 1000;

    private LinearModelFile() {}

    /**
     * What a file holds.
     *
     * @param numbers what its owner needs beside the model
     * @param perFeature what its owner needs to know of features
     */
    record Content(LinearModel model, List<Double> numbers, Map<String, Double> perFeature) {}

    static byte[] write(String format, Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer writer = new OutputStreamWriter(new GZIPOutputStream(bytes), StandardCharsets.UTF_8)) {
            LinearModel model = content.model();
            writer.write(format + "\n" + String.join("\t", model.labels()) + "\n");
            writer.write(
                    joined(Arrays.stream(model.bias()).boxed().toList()) + "\n" + joined(content.numbers()) + "\n");
            for (Map.Entry<String, double[]> feature : model.weights().entrySet()) {
                String weights = weights(feature.getValue());
                if (!weights.isEmpty()) {
                    double own = content.perFeature().getOrDefault(feature.getKey(), 1.0);
                    writer.write(feature.getKey() + "\t" + own + weights + "\n");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String joined(List<Double> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining("\t"));
    }

    private static String weights(double[] weights) {
        StringBuilder line = new StringBuilder();
        for (int label = 0; label < weights.length; label++) {
            long weight = Math.round(weights[label] * UNIT);
            if (weight != 0) {
                line.append('\t').append(label).append(':').append(weight);
            }
        }
        return line.toString();
    }

    /**
     * What was written.
     *
     * @throws IllegalArgumentException if the bytes are no such file
     */
    static Content read(String format, byte[] bytes) {
        try {
            TabbedFile lines = new TabbedFile(bytes);
            if (!List.of(format).equals(lines.cells())) {
                throw new IllegalArgumentException("Not a model of the format " + format);
            }
            List<String> labels = lines.cells();
            double[] bias =
                    lines.cells().stream().mapToDouble(Double::parseDouble).toArray();
            List<Double> numbers = lines.cells().stream()
                    .filter(cell -> !cell.isEmpty())
                    .map(Double::valueOf)
                    .toList();
            Map<String, double[]> weights = new LinkedHashMap<>();
            Map<String, Double> perFeature = new LinkedHashMap<>();
            while (lines.hasMoreLines()) {
                String feature = lines.text();
                perFeature.put(feature, Double.valueOf(lines.text()));
                weights.put(feature, weights(lines, labels.size()));
            }
            return new Content(new LinearModel(labels, weights, bias), numbers, perFeature);
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
            throw new IllegalArgumentException("The model cannot be read: " + e.getMessage(), e);
        }
    }

    private static double[] weights(TabbedFile cells, int labels) {
        double[] weights = new double[labels];
        while (cells.hasMoreCells()) {
            int label = cells.number();
            weights[label] = cells.number() / UNIT;
        }
        return weights;
    }
}
