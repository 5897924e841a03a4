package dev.clausewatch.crawler.declaration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder of declaration files. */
public final class DeclarationFolder implements DeclarationSource {

    private final Path folder;
    private final DeclarationParser parser;

    public DeclarationFolder(Path folder, DeclarationParser parser) {
        this.folder = folder;
        this.parser = parser;
    }

    @Override
    public DeclarationSet read() throws IOException {
        Map<String, DeclarationSet.Content> files = new TreeMap<>();
        try (Stream<Path> listed = Files.list(folder)) {
            listed.filter(DeclarationFolder::mayBeFile)
                    .filter(file ->
                            DeclarationSet.isDeclaration(file.getFileName().toString()))
                    .forEach(file -> files.put(file.getFileName().toString(), () -> content(file)));
        } catch (IOException | UncheckedIOException e) {
            throw new IOException("the folder cannot be read: " + e, e);
        }
        return DeclarationSet.read(files, parser);
    }

    /** What cannot be looked at is not gone: its documents must not be retired. */
    private static boolean mayBeFile(Path file) {
        return Files.isRegularFile(file) || !Files.exists(file);
    }

    /** One byte more than is read, so that the parser can say so. */
    static byte[] content(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(DeclarationFile.MOST_BYTES + 1);
        }
    }
}
