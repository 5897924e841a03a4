package dev.clausewatch.crawler.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeclarationFolderReadingTest {

    @Test
    void readsTheOtherFilesWhenOneCannotBeRead(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("good.json"),
                "{\"name\": \"G\", \"terms\": {\"Imprint\": {\"fetch\": \"https://g.example\"}}}");
        // Rights do not keep root out; a link to nothing keeps out everybody.
        Files.createSymbolicLink(folder.resolve("bad.json"), folder.resolve("nothing"));
        List<ParsedDeclaration> readings = new DeclarationFolder(folder, new DeclarationParser(Duration.ofHours(12)))
                .read()
                .readings();
        assertEquals(
                List.of("bad", "good"),
                readings.stream().map(ParsedDeclaration::declaration).toList());
        DeclarationProblem problem = readings.getFirst().problems().getFirst();
        assertTrue(problem.reason().contains("cannot be read"), problem.reason());
        assertTrue(readings.getLast().valid());
    }
}
