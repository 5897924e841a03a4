package dev.clausewatch.classifier.encoder;

import dev.clausewatch.events.Ids;
import java.util.List;
import java.util.Map;

/**
 * What a model says of itself; {@code export.py} writes it.
 *
 * @param types ids, in the order of its outputs
 * @param mostPieces of a provision that it reads
 */
record EncoderFacts(List<String> types, int mostPieces) {

    /**
     * The facts among a model's properties.
     *
     * @throws IllegalArgumentException if the number of pieces is missing, or the model was not made for this vocabulary
     */
    static EncoderFacts of(Map<String, String> properties, byte[] vocabulary) {
        if (!Ids.sha256(vocabulary).equals(properties.get("vocabulary"))) {
            throw new IllegalArgumentException("The encoder was made for another vocabulary than the one beside it");
        }
        return new EncoderFacts(
                List.of(properties.getOrDefault("types", "").split(",", -1)),
                Integer.parseInt(properties.getOrDefault("pieces", "")));
    }
}
