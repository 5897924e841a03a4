package dev.clausewatch.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a text lies among meanings: the direction of the sum of its words' vectors. These were learned so that it comes near to where a
 * sentence encoder puts the text; {@code api-gateway/search/training} says how. Takes microseconds, and reads the beginning of a long text
 * only. Immutable and thread-safe.
 */
public final class WordVectors {

    private static final int MOST_WORDS = 250;

    private final Map<String, Integer> numbers;
    private final byte[] file;
    private final float[] steps;
    private final int width;

    private WordVectors(byte[] words, byte[] file) {
        Map<String, Integer> byWord = new HashMap<>();
        new String(words, StandardCharsets.UTF_8).lines().forEach(word -> byWord.put(word, byWord.size()));
        int pieces = byWord.size();
        this.numbers = byWord;
        this.file = file;
        this.width = (file.length - pieces * Float.BYTES) / pieces;
        if (file.length != pieces * (width + Float.BYTES)) {
            throw new IllegalArgumentException("The vectors are not for " + pieces + " words");
        }
        this.steps = new float[pieces];
        ByteBuffer.wrap(file, pieces * width, pieces * Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(steps);
    }

    /** Those that are shipped. */
    public static WordVectors shipped() {
        return new WordVectors(read("words.txt"), read("vectors.bin"));
    }

    static List<String> lines(String name) {
        return new String(read(name), StandardCharsets.UTF_8).lines().toList();
    }

    private static byte[] read(String name) {
        try (InputStream stream = Objects.requireNonNull(WordVectors.class.getResourceAsStream("/search/" + name))) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + name + " cannot be read", e);
        }
    }

    int width() {
        return width;
    }

    /** The direction of a text, of length 1; null when it has no word that is known. */
    float @Nullable [] of(String text) {
        float[] sum = new float[width];
        String plain = text.toLowerCase(Locale.ROOT);
        int words = 0;
        int at = 0;
        while (at < plain.length() && words < MOST_WORDS) {
            int end = endOfWord(plain, at);
            if (end == at) {
                at++;
                continue;
            }
            add(withoutPossessive(plain.substring(at, end)), sum);
            words++;
            at = end;
        }
        return normalized(sum);
    }

    private void add(String word, float[] sum) {
        Integer number = numbers.get(word);
        if (number != null) {
            float step = steps[number];
            for (int i = 0; i < width; i++) {
                sum[i] += file[number * width + i] * step;
            }
        }
    }

    static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }

    static float @Nullable [] normalized(float[] sum) {
        double square = 0;
        for (float one : sum) {
            square += (double) one * one;
        }
        if (square < 1e-9) {
            return null;
        }
        float length = (float) Math.sqrt(square);
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= length;
        }
        return sum;
    }

    /** A word is a run of letters a to z and digits, with apostrophes within. */
    private static int endOfWord(String text, int start) {
        int end = start;
        while (end < text.length() && (isPlain(text.charAt(end)) || isWithin(text, start, end))) {
            end++;
        }
        return end;
    }

    private static boolean isWithin(String text, int start, int at) {
        return at > start
                && isApostrophe(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLetter(text.charAt(at + 1));
    }

    private static String withoutPossessive(String word) {
        int end = word.length() - 2;
        return end > 0 && isApostrophe(word.charAt(end)) && word.charAt(end + 1) == 's' ? word.substring(0, end) : word;
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '’';
    }
}
