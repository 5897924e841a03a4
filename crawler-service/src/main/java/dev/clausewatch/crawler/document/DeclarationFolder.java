package dev.clausewatch.crawler.document;

import dev.clausewatch.events.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A folder of declaration files. History files and filter functions beside them are passed over. */
final class DeclarationFolder {

    private static final String SUFFIX = ".json";

    private final Path folder;
    private final DeclarationParser parser;

    DeclarationFolder(Path folder, DeclarationParser parser) {
        this.folder = folder;
        this.parser = parser;
    }

    /**
     * What is in the folder now.
     *
     * @param fingerprint changes when any file does
     * @param readings one for each file, by name
     */
    record Content(String fingerprint, List<DeclarationReading> readings) {

        Content {
            readings = List.copyOf(readings);
        }

        List<DeclarationProblem> problems() {
            return readings.stream()
                    .flatMap(reading -> reading.problems().stream())
                    .toList();
        }
    }

    Content read() throws IOException {
        StringBuilder hashes = new StringBuilder();
        List<DeclarationReading> readings = new ArrayList<>();
        for (Path file : files()) {
            String name = file.getFileName().toString();
            String declaration = name.substring(0, name.length() - SUFFIX.length());
            String hash;
            try {
                byte[] content = Files.readAllBytes(file);
                hash = Ids.sha256(content);
                readings.add(parser.parse(declaration, content));
            } catch (IOException e) {
                hash = "unreadable";
                readings.add(unreadable(declaration, e));
            }
            hashes.append(name).append('\n').append(hash).append('\n');
        }
        return new Content(Ids.sha256(hashes.toString()), readings);
    }

    /** The others are in force without it, and what it declared before stays so. */
    private static DeclarationReading unreadable(String declaration, IOException e) {
        Problems problems = new Problems(declaration + SUFFIX);
        problems.add("$", "the file cannot be read: " + e, "Check the rights of the file.");
        return new DeclarationReading(declaration, List.of(), problems.all());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> isDeclaration(file.getFileName().toString()))
                    .filter(DeclarationFolder::mayBeFile)
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw new IOException("Listing the folder broke off", e);
        }
    }

    /** What cannot be looked at is not gone: its documents must not be retired. */
    private static boolean mayBeFile(Path file) {
        return Files.isRegularFile(file) || !Files.exists(file);
    }

    private static boolean isDeclaration(String name) {
        return name.endsWith(SUFFIX) && !name.endsWith(".history.json") && !name.startsWith(".");
    }
}
