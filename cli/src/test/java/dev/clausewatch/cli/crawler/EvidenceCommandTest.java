package dev.clausewatch.cli.crawler;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.clausewatch.cli.Clausewatch;
import dev.clausewatch.crawler.bundle.SampleBundle;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvidenceCommandTest {

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        CommandLine commandLine = Clausewatch.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }

    @AfterEach
    void forgetTheHome() {
        System.clearProperty("clausewatch.home");
    }

    @Test
    void verifiesAsTheVerifierDoes() throws IOException {
        Path bundle =
                Files.write(folder.resolve("terms.zip"), SampleBundle.ofThree().write());
        assertEquals(3, run("evidence", "verify", bundle.toString()));
        assertTrue(out.toString().contains("holds: 3 snapshots of halvorin/terms-of-service"), out::toString);
        assertEquals(2, run("evidence", "verify", folder.resolve("nothing.zip").toString()));
        assertTrue(err.toString().contains("cannot be read: is it there?"), err::toString);
    }

    @Test
    void exportsWhatItCheckedAndNothingElse() throws IOException {
        Path home = folder.resolve("home");
        Files.writeString(Files.createDirectories(home.resolve(".clausewatch")).resolve("api-key"), "key\n");
        System.setProperty("clausewatch.home", home.toString());
        byte[] good = SampleBundle.ofThree().write();
        byte[] bad = good.clone();
        bad[good.length / 2] ^= 1;
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestURI().toString().endsWith("?from=2") ? bad : good;
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            String api = "http://127.0.0.1:" + server.getAddress().getPort();
            Path file = folder.resolve("out.zip");
            String id = "halvorin/terms-of-service";
            assertEquals(1, run("evidence", "export", id, "--from", "2", "--out", file.toString(), "--api", api));
            assertFalse(Files.exists(file));
            assertEquals(0, run("evidence", "export", id, "--out", file.toString(), "--api", api), err::toString);
            assertArrayEquals(good, Files.readAllBytes(file));
            // Where the installation of this machine left its address.
            Files.writeString(home.resolve(".clausewatch/address"), api + "\n");
            assertEquals(0, run("evidence", "export", id, "--out", file.toString()), err::toString);
            try (Stream<Path> left = Files.list(folder)) {
                assertEquals(
                        List.of("home", "out.zip"),
                        left.map(path -> path.getFileName().toString()).sorted().toList());
            }
        } finally {
            server.stop(0);
        }
    }

    @Test
    void refusesIdsOfNothing() {
        assertEquals(2, run("evidence", "export", "../../etc/passwd"));
        assertEquals(2, run("evidence", "export", "ab".repeat(20), "--from", "1"));
        assertTrue(err.toString().contains("the id of neither a document"), err::toString);
    }
}
