package dev.clausewatch.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code ./clausewatch status}: which parts run, with their process id and memory. */
final class StackStatus {

    private StackStatus() {}

    static void print(RunFolder run, StackOptions options, PrintStream out) throws IOException {
        List<String> names = run.names();
        if (names.stream().allMatch(name -> run.running(name).isEmpty())) {
            out.println("Nothing is running. ./clausewatch up starts it.");
            return;
        }
        out.printf("%-20s %-10s %8s %10s%n", "part", "state", "pid", "resident");
        long total = 0;
        for (String name : names) {
            Optional<ProcessHandle> process = run.running(name);
            long kilobytes =
                    process.map(handle -> residentKilobytes(handle.pid())).orElse(0L);
            total += kilobytes;
            out.printf(
                    "%-20s %-10s %8s %7d MB%n",
                    name,
                    process.isPresent() ? "running" : "stopped",
                    process.map(handle -> Long.toString(handle.pid())).orElse("-"),
                    kilobytes / 1024);
        }
        out.printf("%-40s %7d MB%n", "together", total / 1024);
        out.println("Logs: " + options.data().resolve("logs"));
    }

    /** What Linux says; 0 elsewhere. */
    private static long residentKilobytes(long pid) {
        Path file = Path.of("/proc", Long.toString(pid), "status");
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
