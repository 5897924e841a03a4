package dev.clausewatch.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people ask in plain words, beside the words in which clauses answer it. A question is brought nearer to the answers of the plain
 * questions that it resembles. Immutable and thread-safe.
 */
final class PlainQuestions {

    private static final int MOST = 3;
    private static final double ALIKE = 0.3;
    private static final double SHARE = 1.0;

    private final WordVectors vectors;
    private final List<Pair> pairs;

    /** A plain question and what answers it. */
    private static final class Pair {

        private final float[] question;
        private final float[] answer;
        private final List<String> terms;

        Pair(float[] question, float[] answer, List<String> terms) {
            this.question = question;
            this.answer = answer;
            this.terms = terms;
        }
    }

    private record Alike(Pair pair, double similarity) {}

    /** A question as it is looked for. */
    static final class Asked {

        private final float[] meaning;
        private final Map<String, Double> terms;

        Asked(float[] meaning, Map<String, Double> terms) {
            this.meaning = meaning;
            this.terms = Map.copyOf(terms);
        }

        /** Its direction, brought nearer to what answers it. */
        float[] meaning() {
            return meaning;
        }

        /** The terms of what answers it, each with how much it counts: from 0 to 1. */
        Map<String, Double> terms() {
            return terms;
        }
    }

    PlainQuestions(WordVectors vectors, List<String> lines) {
        this.vectors = vectors;
        List<Pair> read = new ArrayList<>();
        for (String line : lines) {
            int tab = line.indexOf('\t');
            float[] question = vectors.of(line.substring(0, Math.max(tab, 0)));
            String words = line.substring(tab + 1);
            float[] answer = vectors.of(words);
            if (question != null && answer != null) {
                read.add(new Pair(question, answer, EnglishWords.asked(List.of(words))));
            }
        }
        this.pairs = List.copyOf(read);
    }

    /** A question; null when it has no word that is known. */
    @Nullable
    Asked of(String text) {
        float[] asked = vectors.of(text);
        if (asked == null) {
            return null;
        }
        List<Alike> alike = pairs.stream()
                .map(pair -> new Alike(pair, WordVectors.cosine(asked, pair.question)))
                .filter(one -> one.similarity() >= ALIKE)
                .sorted(Comparator.comparingDouble(Alike::similarity).reversed())
                .limit(MOST)
                .toList();
        float[] moved = asked.clone();
        for (Alike one : alike) {
            double weight = SHARE * one.similarity() / alike.size();
            for (int i = 0; i < moved.length; i++) {
                moved[i] += (float) (weight * one.pair().answer[i]);
            }
        }
        float[] meaning = WordVectors.normalized(moved);
        return meaning == null ? null : new Asked(meaning, terms(alike));
    }

    private static Map<String, Double> terms(List<Alike> alike) {
        Map<String, Double> terms = new HashMap<>();
        alike.forEach(one -> one.pair().terms.forEach(term -> terms.merge(term, one.similarity(), Math::max)));
        return terms;
    }
}
