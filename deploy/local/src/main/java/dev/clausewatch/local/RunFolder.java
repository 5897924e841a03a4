package dev.clausewatch.local;

import dev.clausewatch.servers.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The pid files of a stack: what runs, and what an earlier run left behind. A file holds the process id and when the process
 * started, so that another program that got the same id later is never touched.
 */
final class RunFolder {

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(25);

    private final Path folder;

    RunFolder(Path data) {
        this.folder = data.resolve("run");
    }

    void write(String name, ProcessHandle process) {
        try {
            Files.createDirectories(folder);
            Files.writeString(file(name), process.pid() + " " + started(process));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process of this name, if it runs. */
    Optional<ProcessHandle> running(String name) {
        try {
            Path file = file(name);
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            String[] parts = Files.readString(file).strip().split(" ", 2);
            return ProcessHandle.of(Long.parseLong(parts[0]))
                    .filter(process -> process.isAlive() && parts.length == 2 && parts[1].equals(started(process)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The names of all that has a pid file. */
    List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".pid"))
                    .map(name -> name.substring(0, name.length() - ".pid".length()))
                    .sorted()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops what an earlier run left behind; answers what that was. The services end before what they use. */
    List<String> reclaim() {
        List<String> infrastructure = List.of(Part.KAFKA.label(), Part.POSTGRES.label());
        List<String> names = names();
        List<String> stopped = new ArrayList<>();
        stopAll(names.stream().filter(name -> !infrastructure.contains(name)).toList(), stopped);
        stopAll(names.stream().filter(infrastructure::contains).toList(), stopped);
        return stopped;
    }

    private void stopAll(List<String> names, List<String> stopped) {
        List<ProcessHandle> processes = new ArrayList<>();
        for (String name : names) {
            running(name).ifPresent(process -> {
                process.destroy();
                processes.add(process);
                stopped.add(name);
            });
        }
        processes.forEach(process -> Processes.awaitEnd(process, STOP_PATIENCE));
        names.forEach(this::remove);
    }

    private Path file(String name) {
        return folder.resolve(name + ".pid");
    }

    private static String started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
