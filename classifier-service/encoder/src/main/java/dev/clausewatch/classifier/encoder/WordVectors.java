package dev.clausewatch.classifier.encoder;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;

/** A vector for each piece of a vocabulary: whole numbers, times a step of the piece's own. Immutable and thread-safe. */
final class WordVectors {

    private final byte[] numbers;
    private final float[] steps;
    private final int width;

    /**
     * The vectors in a file.
     *
     * @param file the numbers of each piece in turn, a byte each, then the steps as floats, the lowest byte first
     * @param pieces how many
     * @throws IllegalArgumentException if the file is not for so many pieces
     */
    WordVectors(byte[] file, int pieces) {
        int stepBytes = pieces * Float.BYTES;
        if (pieces == 0 || file.length <= stepBytes || (file.length - stepBytes) % pieces != 0) {
            throw new IllegalArgumentException("The encoder's vectors are not for " + pieces + " pieces of words");
        }
        width = (file.length - stepBytes) / pieces;
        numbers = file;
        steps = new float[pieces];
        ByteBuffer.wrap(file, width * pieces, stepBytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(steps);
    }

    int width() {
        return width;
    }

    /** The vectors of some pieces, one after the other. */
    FloatBuffer of(List<Integer> pieces) {
        FloatBuffer vectors = FloatBuffer.allocate(pieces.size() * width);
        for (int piece : pieces) {
            float step = steps[piece];
            for (int i = piece * width; i < (piece + 1) * width; i++) {
                vectors.put(numbers[i] * step);
            }
        }
        return vectors.flip();
    }
}
