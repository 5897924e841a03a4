package dev.clausewatch.crawler.declaration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Declarations somewhere, for commands: a folder, one file, the folder of a Git repository with its working tree as it is, a bare
 * repository, or a repository's address. Where there is a folder {@code declarations}, that one is meant.
 */
public final class DeclarationLocation {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private DeclarationLocation() {}

    /**
     * Reads what is there.
     *
     * @throws IOException with a sentence for people, when there is no such place or it cannot be read
     */
    public static DeclarationSet read(String place, DeclarationParser parser) throws IOException {
        if (GitAddress.isUrl(place)) {
            return repository(place, parser);
        }
        Path path = path(place);
        if (Files.isRegularFile(path)) {
            return file(path, parser);
        }
        if (!Files.isDirectory(path)) {
            throw new IOException("There is no folder or file " + path + ".");
        }
        if (Files.isDirectory(path.resolve("declarations"))) {
            return new DeclarationFolder(path.resolve("declarations"), parser).read();
        }
        return isBareRepository(path) ? repository(place, parser) : new DeclarationFolder(path, parser).read();
    }

    private static Path path(String place) throws IOException {
        try {
            return Path.of(place);
        } catch (InvalidPathException e) {
            throw new IOException("%s is no path: %s".formatted(place, e.getReason()), e);
        }
    }

    private static DeclarationSet repository(String place, DeclarationParser parser) throws IOException {
        return new GitDeclarations(GitAddress.parse(place), Optional.empty(), PATIENCE, parser).read();
    }

    private static boolean isBareRepository(Path path) {
        return Files.isRegularFile(path.resolve("HEAD")) && Files.isDirectory(path.resolve("objects"));
    }

    /** A declaration with its history, whichever of the two is named. */
    private static DeclarationSet file(Path file, DeclarationParser parser) throws IOException {
        String name = file.getFileName().toString();
        if (!DeclarationSet.isDeclaration(name)) {
            throw new IOException(file + " is no declaration: its name does not end with .json.");
        }
        String declaration = DeclarationSet.declarationOf(name);
        Map<String, DeclarationSet.Content> files = new TreeMap<>();
        for (String suffix : new String[] {DeclarationSet.SUFFIX, DeclarationSet.HISTORY_SUFFIX}) {
            Path one = file.resolveSibling(declaration + suffix);
            if (Files.isRegularFile(one)) {
                files.put(declaration + suffix, () -> DeclarationFolder.content(one));
            }
        }
        return DeclarationSet.read(files, parser);
    }
}
