package dev.clausewatch.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Ready when the process has put a file where it was told. */
record FileReadiness(Path file) implements PartProcess.Readiness {

    @Override
    public void reset() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean isReady() {
        return Files.exists(file);
    }
}
