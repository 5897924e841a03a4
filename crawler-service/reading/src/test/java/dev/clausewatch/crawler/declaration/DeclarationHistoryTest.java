package dev.clausewatch.crawler.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.Selector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclarationHistoryTest {

    private static final String TODAY = """
            {"name": "Nimbus Chat", "terms": {"Imprint": {"fetch": "https://nimbus.example/imprint"}}}""";

    private final DeclarationParser parser = new DeclarationParser(Duration.ofHours(12));

    @Test
    void keepsWhatWasDeclaredByTheTimeItHeld() {
        ParsedDeclaration reading = parse("""
                {"Imprint": [
                   {"fetch": "https://nimbus.example/2", "select": "main", "filter": ["clean"], "validUntil": "2024-05-31T12:00:00+02:00"},
                   {"combine": [{"fetch": "https://nimbus.example/1a"}, {"fetch": "https://nimbus.example/1b"}], "select": "body",
                    "validUntil": "2022-01-01T00:00:00.000Z"}],
                 "Terms of Service": [{"fetch": "https://nimbus.example/terms", "validUntil": "2023-01-01T00:00:00Z"}]}""");
        assertEquals(List.of(), reading.allProblems());
        List<PastDeclaration> imprint = of(reading, "nimbus-chat/imprint");
        assertEquals(
                List.of(Instant.parse("2022-01-01T00:00:00Z"), Instant.parse("2024-05-31T10:00:00Z")),
                imprint.stream().map(PastDeclaration::validUntil).toList());
        DocumentDefinition oldest = imprint.getFirst().definition();
        assertEquals("Nimbus Chat", oldest.platform());
        assertEquals(2, oldest.sources().size());
        assertEquals(List.of(Selector.css("body")), oldest.sources().getLast().select());
        assertEquals(1, of(reading, "nimbus-chat/terms-of-service").size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | $ | not a JSON object",
                "{ | $ | not valid JSON",
                "{\"Imprint\": {}} | $[\"Imprint\"] | not a list",
                "{\"Imprint\": [7]} | $[\"Imprint\"][0] | not an object",
                "{\"Imprint\": [{\"fetch\": \"https://n.example\", \"ValidUntil\": \"2024-05-31T12:00:00Z\"}]} | $[\"Imprint\"][0].validUntil | it is missing",
                "{\"Imprint\": [{\"fetch\": \"https://n.example\", \"validUntil\": \"2024-05-31\"}]} | $[\"Imprint\"][0].validUntil | not a date with time and zone",
                "{\"Imprint\": [{\"select\": \"main\", \"validUntil\": \"2024-05-31T12:00:00Z\"}]} | $[\"Imprint\"][0].fetch | address is missing",
            })
    void namesWhatIsWrongAndLeavesTodayInForce(String history, String path, String reason) {
        ParsedDeclaration reading = parse(history);
        assertTrue(reading.valid());
        assertEquals(1, reading.documents().size());
        DeclarationProblem problem = reading.history().problems().getFirst();
        assertEquals("Nimbus Chat.history.json", problem.file());
        assertEquals(path, problem.path());
        assertTrue(problem.reason().contains(reason), problem.reason());
    }

    @Test
    void passesOverOneEntryAndKeepsTheOthers() {
        ParsedDeclaration reading = parse("""
                {"Imprint": [{"fetch": "https://nimbus.example/1"},
                             {"fetch": "https://nimbus.example/2", "validUntil": "2024-05-31T12:00:00Z"}]}""");
        assertEquals(1, reading.history().problems().size());
        assertEquals(1, reading.history().past().size());
    }

    @Test
    void isReadWithTheFileItBelongsTo(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("Nimbus Chat.json"), TODAY);
        Files.writeString(
                folder.resolve("Nimbus Chat.history.json"),
                "{\"Imprint\": [{\"fetch\": \"https://nimbus.example/1\", \"validUntil\": \"2024-05-31T12:00:00Z\"}]}");
        Files.writeString(folder.resolve("Gone.history.json"), "{}");
        Files.writeString(folder.resolve("Nimbus Chat.filters.js"), "export function clean(document) {}");
        DeclarationFolder declarations = new DeclarationFolder(folder, parser);
        DeclarationSet read = declarations.read();
        assertEquals(
                List.of("Gone", "Nimbus Chat"),
                read.readings().stream().map(ParsedDeclaration::declaration).toList());
        assertEquals(1, read.readings().getLast().history().past().size());
        assertEquals(
                "there is no Gone.json beside it", read.problems().getFirst().reason());

        Files.writeString(folder.resolve("Nimbus Chat.history.json"), "{}");
        assertTrue(!declarations.read().fingerprint().equals(read.fingerprint()));
    }

    private static List<PastDeclaration> of(ParsedDeclaration reading, String document) {
        return reading.history().byDocument().getOrDefault(document, List.of());
    }

    private ParsedDeclaration parse(String history) {
        return parser.parse(
                "Nimbus Chat", TODAY.getBytes(StandardCharsets.UTF_8), history.getBytes(StandardCharsets.UTF_8));
    }
}
