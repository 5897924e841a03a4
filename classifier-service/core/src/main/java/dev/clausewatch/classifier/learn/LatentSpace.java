package dev.clausewatch.classifier.learn;

import dev.clausewatch.classifier.rules.ProvisionInput;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Few directions in which the words of provisions differ most, so that clauses that say the same in other words come to lie together
 * (latent semantic analysis, Deerwester et al. 1990). The directions are found by subspace iteration from a fixed start (Halko,
 * Martinsson and Tropp 2011, algorithm 4.4): the same provisions give the same space. Immutable.
 */
final class LatentSpace {

    private static final String FORMAT = "clausewatch-space 1";

    /** Words in fewer provisions tell nothing of what goes together. */
    private static final int FEWEST_PROVISIONS = 3;

    private static final int ROUNDS = 4;
    private static final long START = 1;

    /** What is left of a direction that the others span: it leads nowhere. */
    private static final double NOTHING = 1e-6;

    /** Coordinates are kept in steps of this. */
    private static final double UNIT = 4096;

    private final Map<String, Word> words;

    private final int dimensions;

    private LatentSpace(Map<String, Word> words, int dimensions) {
        this.words = words;
        this.dimensions = dimensions;
    }

    /** How much rarer than others a word is, and how far it leads into each direction, in steps. */
    private static final class Word {

        private final double rarity;
        private final short[] coordinates;

        Word(double rarity, short[] coordinates) {
            this.rarity = rarity;
            this.coordinates = coordinates;
        }
    }

    /** The space of these provisions; it has fewer directions where they have fewer words. */
    static LatentSpace of(Collection<ProvisionInput> provisions, int most) {
        Map<String, Integer> frequencies = new TreeMap<>();
        List<Map<String, Integer>> counts =
                provisions.stream().map(LatentSpace::counts).toList();
        counts.forEach(one -> one.keySet().forEach(word -> frequencies.merge(word, 1, Integer::sum)));
        frequencies.values().removeIf(count -> count < FEWEST_PROVISIONS);
        Map<String, Integer> places = new LinkedHashMap<>();
        double[] rarities = new double[frequencies.size()];
        frequencies.forEach((word, count) -> {
            rarities[places.size()] = Math.log((1.0 + provisions.size()) / (1 + count)) + 1;
            places.put(word, places.size());
        });
        List<Row> rows =
                counts.stream().map(one -> new Row(one, places, rarities)).toList();
        int dimensions = Math.min(most, places.size());
        double[][] basis = basis(rows, places.size(), dimensions);
        Map<String, Word> words = new LinkedHashMap<>();
        places.forEach((word, place) -> {
            short[] coordinates = new short[dimensions];
            for (int i = 0; i < dimensions; i++) {
                coordinates[i] = (short) Math.round(basis[i][place] * UNIT);
            }
            words.put(word, new Word(rarities[place], coordinates));
        });
        return new LatentSpace(words, dimensions);
    }

    /**
     * The space in a file.
     *
     * @throws IllegalArgumentException if it holds none
     */
    static LatentSpace read(byte[] file) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(new ByteArrayInputStream(file)), StandardCharsets.UTF_8))) {
            if (!FORMAT.equals(lines.readLine())) {
                throw new IllegalArgumentException("Not a space of the format " + FORMAT);
            }
            Map<String, Word> words = new HashMap<>();
            int dimensions = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split("\t", -1);
                dimensions = cells.length - 2;
                short[] coordinates = new short[dimensions];
                for (int i = 0; i < dimensions; i++) {
                    coordinates[i] = Short.parseShort(cells[i + 2]);
                }
                words.put(cells[0], new Word(Double.parseDouble(cells[1]), coordinates));
            }
            return new LatentSpace(words, dimensions);
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
            throw new IllegalArgumentException("The space cannot be read: " + e.getMessage(), e);
        }
    }

    /** As {@link #read} takes it: its format, then a line a word with its rarity and coordinates. */
    byte[] write() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer writer = new OutputStreamWriter(new GZIPOutputStream(bytes), StandardCharsets.UTF_8)) {
            writer.write(FORMAT + "\n");
            for (Map.Entry<String, Word> entry : words.entrySet()) {
                writer.write(entry.getKey() + "\t" + entry.getValue().rarity);
                for (short coordinate : entry.getValue().coordinates) {
                    writer.write("\t" + coordinate);
                }
                writer.write("\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Where a provision lies: a point at distance one from the origin, or the origin if the space knows none of its words. */
    double[] point(ProvisionInput provision) {
        double[] point = new double[dimensions];
        counts(provision).forEach((text, count) -> {
            Word word = words.get(text);
            if (word != null) {
                double weight = sublinear(count) * word.rarity;
                for (int i = 0; i < dimensions; i++) {
                    point[i] += weight * word.coordinates[i];
                }
            }
        });
        scale(point);
        return point;
    }

    /** How often each word stands in the text and in the headings. */
    private static Map<String, Integer> counts(ProvisionInput provision) {
        Map<String, Integer> counts = new TreeMap<>();
        Stream.concat(Grams.ofHeadings(provision).stream(), Grams.ofText(provision).stream())
                .map(Grams.Gram::text)
                .filter(gram -> gram.indexOf(' ') < 0)
                .forEach(word -> counts.merge(word, 1, Integer::sum));
        return counts;
    }

    private static double sublinear(int count) {
        return 1 + Math.log(count);
    }

    /** A provision's words by place, of length one. */
    private static final class Row {

        private final int[] places;
        private final double[] values;

        Row(Map<String, Integer> counts, Map<String, Integer> all, double[] rarities) {
            List<String> known =
                    counts.keySet().stream().filter(all::containsKey).toList();
            places = new int[known.size()];
            values = new double[known.size()];
            for (int i = 0; i < places.length; i++) {
                places[i] = Objects.requireNonNull(all.get(known.get(i)));
                values[i] = sublinear(Objects.requireNonNull(counts.get(known.get(i)))) * rarities[places[i]];
            }
            scale(values);
        }

        double times(double[] direction) {
            double product = 0;
            for (int i = 0; i < places.length; i++) {
                product += values[i] * direction[places[i]];
            }
            return product;
        }
    }

    /** Directions at right angles that the rows differ most in. */
    private static double[][] basis(List<Row> rows, int words, int dimensions) {
        Random start = new Random(START);
        double[][] basis = new double[dimensions][words];
        for (double[] direction : basis) {
            Arrays.setAll(direction, i -> start.nextGaussian());
        }
        for (int round = 0; round < ROUNDS; round++) {
            double[][] before = basis;
            basis = IntStream.range(0, dimensions)
                    .parallel()
                    .mapToObj(i -> timesItself(rows, before[i]))
                    .toArray(double[][]::new);
            setAtRightAngles(basis);
        }
        return basis;
    }

    /** A direction times the rows, and back. */
    private static double[] timesItself(List<Row> rows, double[] direction) {
        double[] result = new double[direction.length];
        for (Row row : rows) {
            double product = row.times(direction);
            for (int i = 0; i < row.places.length; i++) {
                result[row.places[i]] += row.values[i] * product;
            }
        }
        return result;
    }

    /** Modified Gram-Schmidt. */
    private static void setAtRightAngles(double[][] basis) {
        for (int i = 0; i < basis.length; i++) {
            double[] direction = basis[i];
            if (length(direction) < NOTHING) {
                Arrays.fill(direction, 0);
            }
            scale(direction);
            IntStream.range(i + 1, basis.length).parallel().forEach(j -> takeOff(basis[j], direction));
        }
    }

    private static void takeOff(double[] from, double[] direction) {
        double product = 0;
        for (int i = 0; i < from.length; i++) {
            product += from[i] * direction[i];
        }
        for (int i = 0; i < from.length; i++) {
            from[i] -= product * direction[i];
        }
    }

    private static double length(double[] vector) {
        double square = 0;
        for (double value : vector) {
            square += value * value;
        }
        return Math.sqrt(square);
    }

    private static void scale(double[] vector) {
        double length = length(vector);
        for (int i = 0; length > 0 && i < vector.length; i++) {
            vector[i] /= length;
        }
    }
}
