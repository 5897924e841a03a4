package dev.clausewatch.classifier.reader;

import dev.clausewatch.classifier.taxonomy.Register;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** What a language model that reads provisions is told to do: the taxonomy, how to apply it, and the form of the answer. */
public final class ReaderInstructions {

    /** Enough for three types with quotations. */
    public static final int MOST_TOKENS = 700;

    private static final String FILE = "/reader/instructions.txt";
    private static final String TYPES = "{types}";

    private ReaderInstructions() {}

    /** The instructions with the types of this register. */
    public static String of(Register register) {
        String types = register.types().stream()
                .map(type -> "- " + type.id() + ": " + type.description())
                .collect(Collectors.joining("\n"));
        return shipped().replace(TYPES, types).strip();
    }

    private static String shipped() {
        try (InputStream in = ReaderInstructions.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
