package dev.clausewatch.cli.differ;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.clausewatch.cli.CommandFailedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Histories of documents: a file a document, {@code .jsonl} or {@code .jsonl.gz}, a row a version. */
public final class HistoryFiles {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private HistoryFiles() {}

    /** The files of a folder by name; a file stands for itself. */
    public static List<Path> in(Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            return List.of(path);
        }
        if (!Files.isDirectory(path)) {
            throw CommandFailedException.unusable("--histories: %s is not a folder.".formatted(path));
        }
        try (Stream<Path> files = Files.list(path)) {
            List<Path> found = files.filter(Files::isRegularFile)
                    .filter(file -> name(file).endsWith(".jsonl") || name(file).endsWith(".jsonl.gz"))
                    .sorted(Comparator.comparing(HistoryFiles::name))
                    .toList();
            if (found.isEmpty()) {
                throw CommandFailedException.unusable(
                        "--histories: %s has no .jsonl or .jsonl.gz file, one a document.".formatted(path));
            }
            return found;
        }
    }

    /** The versions of a file in order. */
    public static List<HistoryRow> read(Path file) throws IOException {
        List<HistoryRow> rows = new ArrayList<>();
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = name(file).endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    rows.add(row(file, rows.size() + 1, line));
                }
            }
        }
        rows.sort(Comparator.comparingLong(HistoryRow::seq));
        return rows;
    }

    private static HistoryRow row(Path file, int number, String line) {
        try {
            HistoryRow row = JSON.readValue(line, HistoryRow.class);
            if (row.service() != null && row.termsType() != null && row.date() != null && row.content() != null) {
                return row;
            }
            throw CommandFailedException.unusable(
                    "%s, row %d: one of service, termsType, date and content is missing.".formatted(file, number));
        } catch (JsonProcessingException e) {
            throw CommandFailedException.unusable(
                    "%s, row %d: not a version as JSON: %s".formatted(file, number, e.getOriginalMessage()));
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
