package dev.clausewatch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@code ./clausewatch up} leaves in {@code .clausewatch} for commands on the same machine. */
public final class LocalInstallation {

    private LocalInstallation() {}

    /** A file or folder that it leaves. */
    public static Path file(String name) {
        @Nullable String home = System.getProperty("clausewatch.home");
        return Path.of(home == null ? "." : home, ".clausewatch").resolve(name);
    }

    /** The addresses of its broker, while that runs. */
    public static Optional<String> brokers() throws IOException {
        Path ready = file("run/kafka.ready");
        if (!runs("kafka") || !Files.isReadable(ready)) {
            return Optional.empty();
        }
        return Optional.of(Files.readString(ready).strip()).filter(address -> !address.isEmpty());
    }

    /** Whether a part of it runs; {@code api-gateway} and the like. */
    public static boolean runs(String part) throws IOException {
        Path file = file("run/" + part + ".pid");
        if (!Files.isReadable(file)) {
            return false;
        }
        String pid = Files.readString(file).strip().split(" ", 2)[0];
        try {
            return ProcessHandle.of(Long.parseLong(pid))
                    .filter(ProcessHandle::isAlive)
                    .isPresent();
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
