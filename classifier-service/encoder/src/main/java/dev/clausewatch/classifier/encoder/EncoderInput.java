package dev.clausewatch.classifier.encoder;

import java.util.List;
import java.util.stream.LongStream;

/**
 * A provision as the encoder reads it: its title, which is the kind of document and the heading, and its text.
 *
 * @param numbers of the pieces of its words
 * @param textFrom the place of the first piece of the text
 */
record EncoderInput(List<Integer> numbers, int textFrom) {

    long[] pieces() {
        return numbers.stream().mapToLong(Integer::longValue).toArray();
    }

    /** For each piece 0 where it is of the title, 1 where it is of the text. */
    long[] segments() {
        return LongStream.range(0, numbers.size())
                .map(place -> place < textFrom ? 0 : 1)
                .toArray();
    }
}
