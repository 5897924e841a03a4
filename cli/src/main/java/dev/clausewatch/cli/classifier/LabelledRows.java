package dev.clausewatch.cli.classifier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.clausewatch.cli.CommandFailedException;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Reads files of labelled rows, a JSON object a line. */
final class LabelledRows {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> MATERIALITIES = Set.of("material", "minor", "editorial");

    private LabelledRows() {}

    /** Labelled provisions; exit code 2 with file and row for what cannot be used. */
    static List<GoldProvision> provisions(Path file, Set<String> knownTypes) throws IOException {
        List<GoldProvision> rows = read(file, GoldProvision.class);
        for (int i = 0; i < rows.size(); i++) {
            GoldProvision row = rows.get(i);
            require(
                    row.id() != null
                            && row.service() != null
                            && row.termsType() != null
                            && row.text() != null
                            && row.types() != null,
                    file,
                    i,
                    "one of id, service, termsType, text and types is missing");
            requireKnown(file, i, row.types(), knownTypes);
        }
        return rows;
    }

    /** Labelled changes; exit code 2 with file and row for what cannot be used. */
    static List<GoldChange> changes(Path file, Set<String> knownTypes) throws IOException {
        List<GoldChange> rows = read(file, GoldChange.class);
        for (int i = 0; i < rows.size(); i++) {
            GoldChange row = rows.get(i);
            require(
                    row.id() != null && row.service() != null && row.termsType() != null && row.types() != null,
                    file,
                    i,
                    "one of id, service, termsType and types is missing");
            require(
                    row.materiality() != null && MATERIALITIES.contains(row.materiality()),
                    file,
                    i,
                    "materiality is %s and has to be material, minor or editorial".formatted(row.materiality()));
            require(present(row.before()) || present(row.after()), file, i, "before and after are both empty");
            requireKnown(file, i, row.types(), knownTypes);
        }
        return rows;
    }

    private static boolean present(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private static void requireKnown(Path file, int row, List<String> types, Set<String> known) {
        for (String type : types) {
            require(
                    known.contains(type),
                    file,
                    row,
                    "types names %s, which the taxonomy does not have".formatted(type));
        }
    }

    private static void require(boolean holds, Path file, int row, String otherwise) {
        if (!holds) {
            throw CommandFailedException.unusable("%s, row %d: %s.".formatted(file, row + 1, otherwise));
        }
    }

    /** A file that ends in {@code .gz} is unpacked. */
    private static BufferedReader lines(Path file, InputStream bytes) throws IOException {
        return new BufferedReader(new InputStreamReader(
                file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes,
                StandardCharsets.UTF_8.newDecoder()));
    }

    private static <T> List<T> read(Path file, Class<T> as) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw CommandFailedException.unusable("There is no file %s.".formatted(file));
        }
        List<T> rows = new ArrayList<>();
        int number = 0;
        try (InputStream bytes = Files.newInputStream(file);
                BufferedReader lines = lines(file, bytes)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    rows.add(JSON.readValue(line, as));
                }
            }
        } catch (JsonProcessingException e) {
            throw CommandFailedException.unusable(
                    "%s, row %d: not a labelled row as JSON: %s".formatted(file, number, e.getOriginalMessage()));
        } catch (CharacterCodingException e) {
            throw CommandFailedException.unusable("%s is not UTF-8 text.".formatted(file));
        } catch (ZipException | EOFException e) {
            throw CommandFailedException.unusable(
                    "%s is not a whole gzip file, as its name says. Fetch or pack it again.".formatted(file));
        }
        if (rows.isEmpty()) {
            throw CommandFailedException.unusable("%s has no rows.".formatted(file));
        }
        return rows;
    }
}
