package dev.clausewatch.classifier.learn;

import dev.clausewatch.classifier.rules.ProvisionInput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Few directions in which the words of provisions differ most, so that clauses that say the same in other words come to lie together
 * (latent semantic analysis, Deerwester et al. 1990). Immutable.
 */
public final class LatentSpace {

    private static final String FORMAT = "clausewatch-space 1";

    /** Coordinates are kept in steps of this. */
    public static final double UNIT = 4096;

    private final SortedMap<String, Word> words;

    /** In the order of the alphabet. */
    private final List<Word> places;

    private final int dimensions;

    /** A space of so many directions. */
    public LatentSpace(Map<String, Word> words, int dimensions) {
        this.words = new TreeMap<>(words);
        this.places = List.copyOf(this.words.values());
        this.dimensions = dimensions;
    }

    /** How much rarer than others a word is, and how far it leads into each direction, in steps. */
    public static final class Word {

        private final double rarity;
        private final short[] coordinates;

        /**
         * A word.
         *
         * @param coordinates one a direction, in steps of 1 / {@link #UNIT}; kept as they are
         */
        public Word(double rarity, short[] coordinates) {
            this.rarity = rarity;
            this.coordinates = coordinates;
        }

        private void addTo(double[] point, double frequency) {
            double weight = frequency * rarity;
            for (int i = 0; i < point.length; i++) {
                point[i] += weight * coordinates[i];
            }
        }
    }

    /**
     * The space in a file.
     *
     * @throws IllegalArgumentException if it holds none
     */
    public static LatentSpace read(byte[] file) {
        try {
            TabbedFile lines = new TabbedFile(file);
            if (!List.of(FORMAT).equals(lines.cells())) {
                throw new IllegalArgumentException("Not a space of the format " + FORMAT);
            }
            Map<String, Word> words = new HashMap<>();
            int dimensions = 0;
            while (lines.hasMoreLines()) {
                dimensions = lines.countCells() - 2;
                String word = lines.text();
                double rarity = Double.parseDouble(lines.text());
                short[] coordinates = new short[dimensions];
                for (int i = 0; i < dimensions; i++) {
                    coordinates[i] = (short) lines.number();
                }
                words.put(word, new Word(rarity, coordinates));
            }
            return new LatentSpace(words, dimensions);
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
            throw new IllegalArgumentException("The space cannot be read: " + e.getMessage(), e);
        }
    }

    /** As {@link #read} takes it: its format, then a line a word with its rarity and coordinates. */
    public byte[] write() {
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
    public double[] point(ProvisionInput provision) {
        double[] point = new double[dimensions];
        counts(provision).forEach((name, count) -> {
            Word word = words.get(name);
            if (word != null) {
                word.addTo(point, sublinear(count));
            }
        });
        scale(point);
        return point;
    }

    /** The words in the order of the alphabet. */
    List<String> words() {
        return List.copyOf(words.keySet());
    }

    /** Where a provision lies in which words occur that have these places among {@link #words}. */
    double[] point(int[] occurrences) {
        double[] point = new double[dimensions];
        Counts counts = new Counts(occurrences);
        for (int n = 0; n < counts.size(); n++) {
            places.get(counts.place(n)).addTo(point, sublinear(counts.count(n)));
        }
        scale(point);
        return point;
    }

    /** How often each word stands in the text and in the headings. */
    public static SortedMap<String, Integer> counts(ProvisionInput provision) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        Stream.concat(NGrams.ofHeadings(provision).stream(), NGrams.ofText(provision).stream())
                .filter(gram -> !gram.isPair())
                .forEach(word -> counts.merge(word.word(), 1, Integer::sum));
        return counts;
    }

    int dimensions() {
        return dimensions;
    }

    public static double sublinear(int count) {
        return count == 1 ? 1 : 1 + StrictMath.log(count);
    }

    private static double length(double[] vector) {
        double square = 0;
        for (double value : vector) {
            square += value * value;
        }
        return Math.sqrt(square);
    }

    /** Brings a vector to length one, if it has any. */
    public static void scale(double[] vector) {
        double length = length(vector);
        for (int i = 0; length > 0 && i < vector.length; i++) {
            vector[i] /= length;
        }
    }
}
