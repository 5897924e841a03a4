package dev.clausewatch.classifier.encoder;

import dev.clausewatch.events.Ids;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code export.py} wrote.
 *
 * @param vocabulary a line a piece of a word, in the order of their numbers, from 0
 * @param vectors of the pieces, as {@link WordVectors} reads them
 * @param types an ONNX graph that reads provisions
 * @param differences an ONNX graph that reads changes
 */
@SuppressWarnings("ArrayRecordComponent") // files as they are; nobody compares them
record EncoderFiles(byte[] vocabulary, byte[] vectors, byte[] types, byte[] differences) {

    private static final List<String> NAMES =
            List.of("vocabulary.txt", "vectors.bin", "types.onnx", "differences.onnx");
    private static final int ID_DIGITS = 12;

    /** The files in a folder of the class path; nothing if one is missing. */
    static Optional<EncoderFiles> read(String folder) {
        List<byte[]> files = new ArrayList<>();
        for (String name : NAMES) {
            try (InputStream in = EncoderFiles.class.getResourceAsStream(folder + "/" + name)) {
                if (in == null) {
                    return Optional.empty();
                }
                files.add(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Optional.of(new EncoderFiles(files.get(0), files.get(1), files.get(2), files.get(3)));
    }

    /** What tells these models from others. */
    String id() {
        return "encoder-" + hash(types, differences).substring(0, ID_DIGITS);
    }

    /** The hash of what both models read. */
    String words() {
        return hash(vocabulary, vectors);
    }

    private static String hash(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream(first.length + second.length);
        both.writeBytes(first);
        both.writeBytes(second);
        return Ids.sha256(both.toByteArray());
    }
}
