package dev.clausewatch.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The service's HTTP client in a process of its own, with the service's JVM settings and nothing around it. */
final class BareClient {

    private static final String MAIN = "dev.clausewatch.alert.webhook.BareDeliveries";

    private final Path home;
    private final Path data;

    BareClient(Path home, Path data) {
        this.home = home;
        this.data = data;
    }

    /** Posts bodies to addresses, so many at once; how many a second. */
    double perSecond(List<String> addresses, List<String> bodies, int count, int atOnce)
            throws IOException, InterruptedException {
        Path addressFile = Files.write(data.resolve("addresses"), addresses);
        Path bodyFile = Files.write(
                data.resolve("bodies"), bodies.stream().map(String::strip).toList());
        Path app = home.resolve("alert-service/target/quarkus-app");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xms32m",
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        app + "/app/*:" + app + "/lib/main/*",
                        MAIN,
                        addressFile.toString(),
                        bodyFile.toString(),
                        Integer.toString(count),
                        Integer.toString(atOnce))
                .redirectError(data.resolve("bare-client.log").toFile())
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0 || answer.isEmpty()) {
            throw new IOException("The bare client broke off: " + Files.readString(data.resolve("bare-client.log")));
        }
        return Double.parseDouble(answer);
    }
}
