package dev.clausewatch.crawler.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import dev.clausewatch.crawler.bundle.SampleBundle;
import dev.clausewatch.events.Ids;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;
import picocli.CommandLine;

/** The program that an auditor keeps, as a process with nothing but the parts that its jar is made of. */
class EvidenceVerifierTest {

    /** One class of each artifact that the pom puts into the jar. */
    private static final List<Class<?>> PARTS = List.of(
            EvidenceVerifier.class,
            Ids.class,
            JsonNode.class,
            JsonFactory.class,
            JsonProperty.class,
            JsonCanonicalizer.class,
            WarcReader.class,
            CommandLine.class);

    @TempDir
    private Path folder = Path.of("");

    private record Ended(int exitCode, String said) {}

    private static Ended run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                PARTS.stream().map(EvidenceVerifierTest::place).collect(Collectors.joining(File.pathSeparator)),
                EvidenceVerifier.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    private static String place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void verifiesWithoutAnythingElse() throws IOException, InterruptedException {
        Path bundle =
                Files.write(folder.resolve("terms.zip"), SampleBundle.ofThree().write());
        Path key = Files.writeString(
                folder.resolve("key.pem"), SampleBundle.KEY.verifyingKey().pem());
        Ended ended = run(bundle.toString(), "--public-key", key.toString());
        assertEquals(0, ended.exitCode(), ended.said());
        assertEquals(
                List.of(
                        bundle + " holds: 3 snapshots of halvorin/terms-of-service, first seen from"
                                + " 2026-03-02T09:00:00Z to 2026-03-04T09:00:00Z",
                        "They are among the 6 records of the log " + SampleBundle.ORIGIN,
                        "Signed by the key of " + key),
                ended.said().lines().toList());
    }

    @Test
    void saysWhatDoesNotHold() throws IOException, InterruptedException {
        byte[] bytes = SampleBundle.ofThree().write();
        bytes[bytes.length / 2] ^= 1;
        Ended ended = run(Files.write(folder.resolve("terms.zip"), bytes).toString());
        assertEquals(1, ended.exitCode(), ended.said());
        assertTrue(ended.said().contains("terms.zip does not hold. "), ended.said());
        assertEquals(1, ended.said().lines().count(), ended.said());
    }

    @Test
    void saysHowItIsUsed() throws IOException, InterruptedException {
        Ended ended = run("--help");
        assertEquals(0, ended.exitCode(), ended.said());
        assertTrue(
                Stream.of("evidence-verifier", "--public-key", "FILE").allMatch(ended.said()::contains), ended.said());
    }
}
