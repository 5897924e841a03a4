package dev.clausewatch.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.servers.Page;
import dev.clausewatch.servers.SiteServer;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands of the packaged program, on the class path that the script gives them. */
class CommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void readsADeclaredPageWithoutTheService() throws IOException, InterruptedException {
        try (SiteServer site = SiteServer.start()) {
            site.on(
                    "/terms",
                    new Page("<main><h1>Terms</h1><p>You may use Nimbus when you are old enough.</p></main>"));
            Files.writeString(
                    folder.resolve("Nimbus.json"),
                    "{\"name\": \"Nimbus\", \"terms\": {\"Terms of Service\": {\"fetch\": \"%s\", \"select\": \"main\"}}}"
                            .formatted(site.url("/terms")));
            Path home = RunningStack.home();
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            home.resolve("cli/target/clausewatch-cli.jar")
                                    + File.pathSeparator
                                    + home.resolve("cli/target/lib/*"),
                            "dev.clausewatch.cli.Clausewatch",
                            "declarations",
                            "check",
                            folder.toString(),
                            "--fetch",
                            "--allow-private-addresses")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, process.waitFor(), said);
            assertTrue(said.contains("select main: 1 element"), said);
            assertTrue(said.contains("| You may use Nimbus when you are old enough."), said);
        }
    }

    @Test
    void theVerifierIsOneFile() throws IOException, InterruptedException {
        Path jar = Files.copy(
                RunningStack.home().resolve("crawler-service/evidence/target/evidence-verifier.jar"),
                folder.resolve("verifier.jar"));
        Path bundle = Files.writeString(folder.resolve("terms.zip"), "no bundle");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        jar.toString(),
                        bundle.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(1, process.waitFor(), said);
        assertTrue(said.startsWith(bundle + " does not hold. "), said);
    }
}
