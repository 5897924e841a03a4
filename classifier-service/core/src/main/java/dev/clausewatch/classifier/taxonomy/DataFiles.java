package dev.clausewatch.classifier.taxonomy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.clausewatch.events.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the YAML files that the classifier is made of, from the class path, and remembers what it read: the version of a rule set
 * is a hash of its files, so that no edit goes out under an old version. Not thread-safe.
 */
public final class DataFiles {

    private static final int VERSION_DIGITS = 12;

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final List<String> hashes = new ArrayList<>();

    /**
     * The content of a file.
     *
     * @param path such as {@code /register/types.yaml}
     * @throws IllegalStateException if it is missing or does not fit; the message names it
     */
    public <T> T read(String path, TypeReference<T> as) {
        try {
            return YAML.readValue(new String(bytes(path), StandardCharsets.UTF_8), as);
        } catch (IOException e) {
            throw new IllegalStateException(path + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The version of everything read so far. */
    public String version() {
        return Ids.sha256(String.join("\n", hashes)).substring(0, VERSION_DIGITS);
    }

    /**
     * The content of a file of the user's.
     *
     * @throws IllegalStateException if it cannot be read or does not fit; the message names file and line
     */
    public <T> T read(Path file, TypeReference<T> as) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            hashes.add(file.getFileName() + " " + Ids.sha256(bytes));
            return YAML.readValue(new String(bytes, StandardCharsets.UTF_8), as);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new IllegalStateException(
                    "%s, line %d: %s. Mend it or take the file away.".formatted(file, line, e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new IllegalStateException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    /**
     * The bytes of a file.
     *
     * @throws IllegalStateException if it is missing; the message names it
     */
    public byte[] bytes(String path) {
        byte[] bytes = unversioned(path);
        hashes.add(path + " " + Ids.sha256(bytes));
        return bytes;
    }

    /**
     * The bytes of a file, which count for no version.
     *
     * @throws IllegalStateException if it is missing; the message names it
     */
    public static byte[] unversioned(String path) {
        try (InputStream in = DataFiles.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
