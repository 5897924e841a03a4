package dev.clausewatch.benchmarks;

import dev.clausewatch.servers.Folders;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** How many queries a second are answered over 100,000 provisions and 10,000 changes, in a process of its own with the settings of the gateway. */
final class SearchBench {

    private final Path home;
    private final PrintStream out;

    SearchBench(Path home, PrintStream out) {
        this.home = home;
        this.out = out;
    }

    void run() throws IOException, InterruptedException {
        Path data = home.resolve(".clausewatch").resolve("bench");
        Folders.delete(data);
        try {
            Files.createDirectories(data);
            Path log = data.resolve("search-probe.log");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xms32m",
                            "-Xmx256m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            home.resolve("api-gateway/target/quarkus-app") + "/lib/main/*:"
                                    + System.getProperty("java.class.path"),
                            SearchProbe.class.getName(),
                            data.resolve("index").toString())
                    .redirectError(log.toFile())
                    .start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0 || answer.isEmpty()) {
                throw new IOException("The probe broke off: " + Files.readString(log));
            }
            out.println(answer);
        } finally {
            Folders.delete(data);
        }
    }
}
