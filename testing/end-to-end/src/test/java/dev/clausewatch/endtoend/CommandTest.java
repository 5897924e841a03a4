package dev.clausewatch.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.servers.Page;
import dev.clausewatch.servers.SiteServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands of a packaged service, on the class path that the script gives them. */
class CommandTest {

    private static final Pattern CLASS_PATH = Pattern.compile("-cp \"([^\"]*\\$app/app/[^\"]*)\"");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void theCrawlerReadsADeclaredPageWithoutTheService() throws IOException, InterruptedException {
        try (SiteServer site = SiteServer.start()) {
            site.on(
                    "/terms",
                    new Page("<main><h1>Terms</h1><p>You may use Nimbus when you are old enough.</p></main>"));
            Files.writeString(
                    folder.resolve("Nimbus.json"),
                    "{\"name\": \"Nimbus\", \"terms\": {\"Terms of Service\": {\"fetch\": \"%s\", \"select\": \"main\"}}}"
                            .formatted(site.url("/terms")));
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                            "-cp",
                            classPath(),
                            "dev.clausewatch.crawler.commands.CrawlerCommands",
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

    private static String classPath() throws IOException {
        Path home = RunningStack.home();
        Matcher script = CLASS_PATH.matcher(Files.readString(home.resolve("clausewatch")));
        assertTrue(script.find());
        return script.group(1)
                .replace(
                        "$app",
                        home.resolve("crawler-service/service/target/quarkus-app").toString());
    }
}
