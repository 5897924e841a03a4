package dev.clausewatch.crawler.document;

import dev.clausewatch.events.Ids;
import java.io.IOException;
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
            byte[] content = Files.readAllBytes(file);
            String name = file.getFileName().toString();
            hashes.append(name).append('\n').append(Ids.sha256(content)).append('\n');
            readings.add(parser.parse(name.substring(0, name.length() - SUFFIX.length()), content));
        }
        return new Content(Ids.sha256(hashes.toString()), readings);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> isDeclaration(file.getFileName().toString()))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isDeclaration(String name) {
        return name.endsWith(SUFFIX) && !name.endsWith(".history.json") && !name.startsWith(".");
    }
}
