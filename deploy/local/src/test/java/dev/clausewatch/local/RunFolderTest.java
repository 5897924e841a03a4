package dev.clausewatch.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

    @TempDir
    Path data;

    @Test
    void stopsWhatAnEarlierRunLeftBehind() throws IOException {
        RunFolder run = new RunFolder(data);
        Process left = new ProcessBuilder("sleep", "300").start();
        run.write("diff-service", left.toHandle());
        assertTrue(run.running("diff-service").isPresent());
        assertEquals(List.of("diff-service"), run.reclaim());
        assertFalse(left.isAlive());
        assertEquals(List.of(), run.names());
    }

    @Test
    void touchesNoProcessThatGotTheSameIdLater() throws IOException {
        RunFolder run = new RunFolder(data);
        Process other = new ProcessBuilder("sleep", "300").start();
        try {
            Files.createDirectories(data.resolve("run"));
            Files.writeString(data.resolve("run/diff-service.pid"), other.pid() + " 2020-01-01T00:00:00Z");
            assertEquals(Optional.empty(), run.running("diff-service"));
            assertEquals(List.of(), run.reclaim());
            assertTrue(other.isAlive());
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void takesABrokenPidFileForNothingRunning() throws IOException {
        Files.createDirectories(data.resolve("run"));
        Files.writeString(data.resolve("run/kafka.pid"), "garbage");
        assertEquals(Optional.empty(), new RunFolder(data).running("kafka"));
    }
}
