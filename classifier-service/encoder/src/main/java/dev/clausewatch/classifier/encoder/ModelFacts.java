package dev.clausewatch.classifier.encoder;

import java.util.List;
import java.util.Map;

/**
 * What a model says of itself; {@code export.py} writes it.
 *
 * @param outputs names, in their order
 * @param mostPieces of a text that it reads
 */
record ModelFacts(List<String> outputs, int mostPieces) {

    /**
     * The facts among a model's properties.
     *
     * @param words the hash of the words beside it
     * @throws IllegalArgumentException if the number of pieces is missing, or the model was not made for these words
     */
    static ModelFacts of(Map<String, String> properties, String words) {
        if (!words.equals(properties.get("words"))) {
            throw new IllegalArgumentException("The encoder was made for other words than those beside it");
        }
        return new ModelFacts(
                List.of(properties.getOrDefault("outputs", "").split(",", -1)),
                Integer.parseInt(properties.getOrDefault("pieces", "")));
    }
}
