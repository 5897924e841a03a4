package dev.clausewatch.alert.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Messages as they should be; {@code -Dgolden.update} writes them anew, for review. */
public final class GoldenFile {

    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final ObjectMapper JSON = new ObjectMapper();

    private GoldenFile() {}

    /** Compares JSON with that of a file. */
    public static void holdsJson(String name, String json) {
        try {
            holds(name, JSON.readTree(json).toPrettyString() + "\n");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compares a text with that of a file. */
    public static void holds(String name, String text) {
        Path file = FOLDER.resolve(name);
        try {
            if (System.getProperty("golden.update") != null) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, text);
            }
            assertEquals(Files.readString(file), text, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
