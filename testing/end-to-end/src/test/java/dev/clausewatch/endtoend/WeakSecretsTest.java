package dev.clausewatch.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.local.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Packaged services with secrets that others know. That they start with random ones is what every other test here shows. */
class WeakSecretsTest {

    static final List<Part> SERVICES = Part.SERVICES;

    private static final String RANDOM_TOKEN = "3f0c9a7be1d24865a0f7c2d81b5e6394";

    @ParameterizedTest
    @FieldSource("SERVICES")
    void aServiceWithoutSecretsEndsAndSaysWhatToSet(Part service) throws IOException, InterruptedException {
        Ended ended = start(service, Map.of());
        assertEquals(1, ended.exitCode(), ended.said());
        assertTrue(ended.said().contains(service.label() + " does not start. SERVICE_TOKEN is not set."), ended.said());
        assertTrue(ended.said().contains("DATABASE_PASSWORD is not set."), ended.said());
    }

    @Test
    void theUsualPasswordOfADatabaseIsRefusedWithoutPrintingATrace() throws IOException, InterruptedException {
        Ended ended = start(Part.ALERT, Map.of("SERVICE_TOKEN", RANDOM_TOKEN, "DATABASE_PASSWORD", "postgres"));
        assertEquals(1, ended.exitCode(), ended.said());
        assertTrue(ended.said().contains("DATABASE_PASSWORD is one that everybody tries first."), ended.said());
        assertFalse(ended.said().contains("SERVICE_TOKEN is"), ended.said());
        assertFalse(ended.said().contains("\tat "), ended.said());
    }

    private record Ended(int exitCode, String said) {}

    private static Ended start(Part service, Map<String, String> secrets) throws IOException, InterruptedException {
        Path jar = service.program(RunningStack.home());
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString())
                .redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("SERVICE_TOKEN", "DATABASE_PASSWORD"));
        builder.environment()
                .putAll(Map.of(
                        "PORT", "0", "MANAGEMENT_PORT", "0", "DATABASE_URL", "jdbc:postgresql://127.0.0.1:9/nothing"));
        builder.environment().putAll(secrets);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }
}
