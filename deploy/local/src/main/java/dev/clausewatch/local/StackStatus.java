package dev.clausewatch.local;

import dev.clausewatch.servers.DatabaseProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code ./clausewatch status}: which parts run, with their process id and memory, where the gateway is, and what the broker tells. */
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
            long kilobytes = process.map(handle -> residentKilobytes(name, handle, options))
                    .orElse(0L);
            total += kilobytes;
            out.printf(
                    "%-20s %-10s %8s %7d MB%n",
                    name,
                    process.isPresent() ? "running" : "stopped",
                    process.map(handle -> Long.toString(handle.pid())).orElse("-"),
                    kilobytes / 1024);
        }
        out.printf("%-40s %7d MB%n", "together", total / 1024);
        Path address = StackFiles.address(options.data());
        if (run.running(Part.GATEWAY.label()).isPresent() && Files.exists(address)) {
            String gateway = Files.readString(address).strip();
            out.println("Pages: " + gateway + "   API: " + gateway + "/api/v1");
        }
        if (run.running(Part.KAFKA.label()).isPresent()) {
            BrokerStatus.print(StackFiles.ready(options.data(), Part.KAFKA), out);
        }
        out.println("Logs: " + options.data().resolve("logs"));
    }

    /** A part's own process; the database's are another family, which its own pid file names. */
    private static long residentKilobytes(String name, ProcessHandle process, StackOptions options) {
        Stream<ProcessHandle> server = name.equals(Part.POSTGRES.label())
                ? DatabaseProcess.server(StackFiles.postgres(options.data())).stream()
                        .flatMap(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.descendants()))
                : Stream.empty();
        return Stream.concat(Stream.of(process), server)
                .mapToLong(one -> residentKilobytes(one.pid()))
                .sum();
    }

    /** What Linux says, pages that several processes share counted once; 0 elsewhere. */
    private static long residentKilobytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "smaps_rollup")).stream()
                    .filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
