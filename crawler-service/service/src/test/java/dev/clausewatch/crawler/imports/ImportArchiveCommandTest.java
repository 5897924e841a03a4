package dev.clausewatch.crawler.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.clausewatch.cli.Clausewatch;
import dev.clausewatch.events.Event;
import dev.clausewatch.events.SnapshotCaptured;
import dev.clausewatch.events.Topic;
import dev.clausewatch.testing.KafkaProbe;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command against the service, with a server between that passes requests on as the gateway does, and can die. */
@QuarkusTest
@WithKafka
@WithPostgres
@SuppressWarnings("NullAway.Init")
class ImportArchiveCommandTest {

    @TestHTTPResource
    private URI service;

    @TempDir
    private Path folder;

    private HttpServer gateway;
    private final AtomicInteger answersLeft = new AtomicInteger(Integer.MAX_VALUE);
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(folder.resolve(".clausewatch"));
        Files.writeString(folder.resolve(".clausewatch/api-key"), "test-key\n");
        System.setProperty("clausewatch.home", folder.toString());
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/api/v1/", this::pass);
        gateway.start();
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
        System.clearProperty("clausewatch.home");
    }

    /** The crawler does what it is asked even where the gateway dies before it answers. */
    private void pass(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/api/v1".length());
        HttpRequest request = HttpRequest.newBuilder(service.resolve(path))
                .header("Authorization", "Bearer test-token")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()))
                .build();
        try (HttpClient client = HttpClient.newHttpClient();
                exchange) {
            HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
            if (answersLeft.decrementAndGet() < 0) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(answer.body());
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private int run(Path archive, String... more) {
        CommandLine commandLine =
                Clausewatch.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        List<String> arguments = new ArrayList<>(List.of(
                "import",
                "archive",
                archive.toString(),
                "--api",
                "http://127.0.0.1:" + gateway.getAddress().getPort()));
        arguments.addAll(List.of(more));
        return commandLine.execute(arguments.toArray(String[]::new));
    }

    private String lastLine() {
        return out.toString().lines().reduce("", (before, line) -> line);
    }

    /** Every second version says the same as the one before it, in other marks. */
    private static void fill(TestArchive archive, String service, int versions) {
        for (int i = 0; i < versions; i++) {
            archive.put(
                    service + "/Terms of Service.md",
                    "Terms\n=====\n\n" + (i % 2 == 0 ? "Version " : "_Version_ ") + i / 2);
            archive.commit("Record new changes of " + service, "2023-01-01T00:%02d:00Z".formatted(i % 60));
        }
    }

    @Test
    void keepsTheAddressThatIsGivenForACopy() throws IOException {
        Path path = folder.resolve("repo");
        try (TestArchive archive = new TestArchive(path)) {
            fill(archive, "Addressed", 1);
        }
        assertEquals(0, run(path, "--address", "https://reader:secret@archives.example/pga-versions"), err.toString());
        SnapshotCaptured first = captured("addressed/terms-of-service", 1).getFirst();
        assertEquals(
                "https://archives.example/pga-versions",
                Objects.requireNonNull(first.archivedIn()).archive());
        assertEquals(2, run(path, "--address", "file:///somewhere"), err.toString());

        assertEquals(0, run(path, "--address", "https://elsewhere.example/versions"), err.toString());
        assertTrue(
                out.toString()
                        .contains(
                                "1 documents were imported as from https://archives.example/pga-versions before, and"),
                out.toString());
    }

    @Test
    void countsAndMakesKnownOnlyDocumentsWithAText() throws IOException {
        Path path = folder.resolve("blank-versions.git");
        try (TestArchive archive = new TestArchive(path)) {
            fill(archive, "Written", 1);
            archive.put("Blank/Terms of Service.md", "");
            archive.put("Late/Terms of Service.md", "![](x.png)");
            archive.commit("First record", "2023-02-01T00:00:00Z");
            assertEquals(0, run(path), err.toString());
            assertTrue(out.toString().contains("Without a text: no version of blank/terms-of-service could be read."));
            assertTrue(lastLine().contains(" documents=1 versions=1 skipped=2 "), lastLine());
            assertEquals(0, run(path), err.toString());
            assertTrue(lastLine().contains(" documents=1 versions=0 skipped=0 "), lastLine());

            archive.put("Late/Terms of Service.md", "Words at last");
            archive.commit("Record new changes of Late", "2023-03-01T00:00:00Z");
            assertEquals(0, run(path), err.toString());
            assertTrue(lastLine().contains(" documents=2 versions=1 skipped=0 "), lastLine());
        }
        captured("late/terms-of-service", 1);
        try (KafkaProbe probe = new KafkaProbe()) {
            Awaitility.await()
                    .until(() -> probe.events(Topic.DOCUMENTS, "late/terms-of-service"), events -> events.size() == 1);
            assertEquals(List.of(), probe.events(Topic.DOCUMENTS, "blank/terms-of-service"));
        }
    }

    @Test
    void refusesAVersionOfTheFutureAndGoesOn() throws IOException {
        Path path = folder.resolve("future-versions.git");
        try (TestArchive archive = new TestArchive(path)) {
            for (String date : List.of("2023-02-01", "2131-02-01", "2023-03-01")) {
                archive.put("Future/Terms of Service.md", "As of " + date);
                archive.commit("Record new changes of Future", date + "T00:00:00Z");
            }
        }
        assertEquals(0, run(path), err.toString());
        assertTrue(out.toString().contains("It is dated 2131-02-01T00:00:00Z, which is yet to come"), out.toString());
        assertEquals(
                List.of("As of 2023-02-01\n", "As of 2023-03-01\n"),
                captured("future/terms-of-service", 2).stream()
                        .map(SnapshotCaptured::text)
                        .toList());
    }

    @Test
    void endsTheSameWhenItIsCutOffAndStartedAgain() throws IOException {
        Path path = folder.resolve("cut-versions.git");
        try (TestArchive archive = new TestArchive(path)) {
            fill(archive, "Cut Off", 230);
            archive.put("Cut Off/Terms of Service.md", new String(new char[] {0xFFFD}))
                    .put("README.md", "An archive");
            archive.commit("Record new changes", "2023-02-01T00:00:00Z");
        }
        // The question how far it is, and the first batch; the second is written and its answer lost.
        answersLeft.set(2);
        assertEquals(1, run(path), err.toString());
        answersLeft.set(Integer.MAX_VALUE);
        assertEquals(0, run(path), err.toString());
        assertTrue(
                lastLine().startsWith("import: archive=cut-versions.git documents=1 versions=16 skipped=15 per-s="),
                lastLine());
        List<SnapshotCaptured> captured = captured("cut-off/terms-of-service", 116);
        for (int i = 0; i < 115; i++) {
            assertEquals(i + 1, captured.get(i).sequence());
            assertEquals("# Terms\n\nVersion " + i + "\n", captured.get(i).text());
        }
        assertEquals(0, run(path), err.toString());
        assertTrue(
                lastLine().startsWith("import: archive=cut-versions.git documents=1 versions=0 skipped=0"), lastLine());
    }

    private static List<SnapshotCaptured> captured(String document, int count) {
        try (KafkaProbe probe = new KafkaProbe()) {
            return Awaitility.await()
                    .until(
                            () -> probe.events(Topic.CAPTURES, document).stream()
                                    .map(Event::data)
                                    .map(SnapshotCaptured.class::cast)
                                    .toList(),
                            found -> found.size() == count);
        }
    }

    @Test
    void namesWhatItRefusesAndWhatItLeavesOut() throws IOException {
        Path path = folder.resolve("named-versions.git");
        try (TestArchive archive = new TestArchive(path)) {
            fill(archive, "Named", 1);
            archive.put("Named/Imprint.md", "a".repeat(1024 * 1024 + 1));
            archive.commit("First record of Named Imprint", "2023-02-01T00:00:00Z");
        }
        assertEquals(0, run(path), err.toString());
        assertTrue(out.toString().contains("Left out: Named/Imprint.md of commit "), out.toString());

        Path other = folder.resolve("other-versions.git");
        try (TestArchive archive = new TestArchive(other)) {
            archive.put("Named/Terms of Service.md", "Another history");
            archive.put("Besides/Terms of Service.md", "Besides");
            archive.commit("First record", "2022-02-01T00:00:00Z");
        }
        assertEquals(1, run(other), err.toString());
        assertTrue(out.toString().contains("Refused (another-history): named/terms-of-service"), out.toString());
        assertTrue(lastLine().startsWith("import: archive=other-versions.git documents=1 versions=1 "), lastLine());
    }

    @Test
    void saysWhatCannotBeOpened() throws IOException {
        assertEquals(2, run(folder.resolve("nowhere")));
        assertTrue(err.toString().contains("is no Git repository"), err.toString());
        Path broken = folder.resolve("broken.tar.gz");
        Files.writeString(broken, "This is no archive");
        assertEquals(2, run(broken));
        assertTrue(err.toString().contains("cannot be unpacked"), err.toString());
        assertEquals(2, run(Path.of("git@archive.example:versions.git")));
        assertTrue(err.toString().contains("only http and https are read"), err.toString());
    }
}
