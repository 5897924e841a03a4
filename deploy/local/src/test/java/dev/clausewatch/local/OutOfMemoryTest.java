package dev.clausewatch.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process whose memory ran out ends, in every way of starting that we ship or document. */
class OutOfMemoryTest {

    private static final String FLAG = "-XX:+ExitOnOutOfMemoryError";
    private static final Path ROOT = Path.of("../..");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void endsEveryPartOfTheStack() throws IOException {
        for (Part service : Part.SERVICES) {
            Path jar = service.program(folder);
            Files.createDirectories(jar.getParent());
            Files.createFile(jar);
        }
        try (LocalStack stack = new LocalStack(
                StackOptions.usual(folder, folder.resolve("data")).onFreePorts(), line -> {})) {
            assertEquals(Part.SERVICES.size() + 2, stack.processes().size());
            for (PartProcess process : stack.processes()) {
                assertTrue(process.command().contains(FLAG), () -> process.part() + ": " + process.command());
            }
        }
    }

    @Test
    void endsWhatTheScriptAndTheDocumentationStart() throws IOException {
        for (String file : List.of("clausewatch", "docs/operations.md", "README.md")) {
            for (String line : Files.readAllLines(ROOT.resolve(file))) {
                if (line.contains("bin/java\" ") || line.contains(" -jar ")) {
                    assertTrue(line.contains(FLAG), () -> file + ": " + line);
                }
            }
        }
    }
}
