package dev.clausewatch.checks;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program beside Java. Where it is absent the test that needs it is skipped, and says so. */
record Tool(String name) {

    private static final int PATIENCE_SECONDS = 300;

    /** What a run printed, and how it ended. */
    record Result(int code, String output) {}

    /** Runs it in a folder; both outputs together. */
    Result run(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of(path().toString()));
        command.addAll(List.of(arguments));
        Path output = null;
        try {
            output = Files.createTempFile(name, ".out");
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " did not end");
            }
            return new Result(process.exitValue(), Files.readString(output));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            if (output != null) {
                output.toFile().delete();
            }
        }
    }

    /** Where it is; skips the test when it is nowhere. */
    Path path() {
        Optional<Path> found = folders()
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty()) {
            System.out.println("SKIPPED for want of " + name + ": deploy/checks/fetch-tools fetches it");
        }
        assumeTrue(found.isPresent(), name + " is not there: deploy/checks/fetch-tools fetches it");
        return found.orElseThrow();
    }

    /** The folder of TypeScript's compiler and of the declarations of the operators' objects; skips the test when it is not there. */
    static Path declarations() {
        Path folder = fetched().resolve("types");
        if (!Files.isDirectory(folder)) {
            System.out.println("SKIPPED for want of declarations: deploy/checks/fetch-tools fetches them");
        }
        assumeTrue(Files.isDirectory(folder), "No declarations are there: deploy/checks/fetch-tools fetches them");
        return folder;
    }

    private static Path fetched() {
        String cache = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .orElse(System.getProperty("user.home") + "/.cache");
        return Path.of(cache, "clausewatch", "tools");
    }

    private static Stream<Path> folders() {
        return Stream.concat(
                Stream.of(fetched()),
                Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                        .filter(folder -> !folder.isEmpty())
                        .map(Path::of));
    }

    /** A file of the project as text. */
    static String text(String path) {
        try {
            return Files.readString(project(path), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file or folder by its path from the project's root. */
    static Path project(String path) {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("clausewatch"))) {
            folder = Optional.ofNullable(folder.getParent()).orElseThrow();
        }
        return folder.resolve(path);
    }

    /** The texts of all files below a folder whose path ends so and holds no other part. */
    static List<String> sources(String end, String without) {
        try (Stream<Path> files = Files.walk(project(""))) {
            return files.filter(file -> file.toString().endsWith(end)
                            && !file.toString().contains(without)
                            && !file.toString().contains("/target/"))
                    .map(Tool::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
