package dev.clausewatch.classifier.encoder;

import java.util.List;

/**
 * A text as the encoder reads it.
 *
 * @param pieces the numbers of the pieces of its words
 * @param segments for each piece what it belongs to
 */
record EncoderInput(List<Integer> pieces, List<Integer> segments) {

    long[] segmentNumbers() {
        return segments.stream().mapToLong(Integer::longValue).toArray();
    }
}
