package dev.clausewatch.crawler.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.crawler.Json;
import dev.clausewatch.events.Selector;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclarationParserTest {

    private final DeclarationParser parser = new DeclarationParser(Duration.ofHours(12));

    @Test
    void readsASingleSourceWithSelectorsAndRanges() {
        DocumentDefinition document = one("""
                {"name": "Nimbus Chat", "terms": {"Privacy Policy": {"fetch": "https://nimbus.example/privacy",
                  "select": ["main", {"startBefore": "#a", "endAfter": "#b"}], "remove": ".share"}}}""");
        assertEquals("nimbus-chat/privacy-policy", document.id());
        assertEquals(Duration.ofHours(12), document.cadence());
        assertEquals(
                List.of(Selector.css("main"), new Selector(null, "#a", null, null, "#b")),
                document.sources().getFirst().select());
        assertEquals(
                List.of(Selector.css(".share")), document.sources().getFirst().remove());
    }

    @Test
    void letsEachCombinedSourceInheritWhatItDoesNotOverride() {
        DocumentDefinition document = one("""
                {"name": "N", "terms": {"Terms of Service": {"select": "main", "remove": "nav", "executeClientScripts": true,
                  "combine": [{"fetch": "https://n.example/1"},
                              {"fetch": "https://n.example/2", "select": "article", "remove": [], "executeClientScripts": false}]}}}""");
        assertEquals(List.of(Selector.css("main")), document.sources().get(0).select());
        assertEquals(List.of(Selector.css("nav")), document.sources().get(0).remove());
        assertTrue(document.sources().get(0).executeClientScripts());
        assertEquals(List.of(Selector.css("article")), document.sources().get(1).select());
        assertEquals(List.of(), document.sources().get(1).remove());
        assertFalse(document.sources().get(1).executeClientScripts());
    }

    @Test
    void tellsAPageThatMayNotBeRenderedFromOneThatNobodySpeaksOf() {
        assertEquals(
                List.of(true, false, false),
                Stream.of("\"executeClientScripts\": false", "\"executeClientScripts\": true", "\"select\": \"main\"")
                        .map(field -> one("""
                                {"name": "N", "terms": {"Imprint": {"fetch": "https://n.example/i", %s}}}""".formatted(field)))
                        .map(document -> document.sources().getFirst().plainOnly() != null)
                        .toList());
    }

    @Test
    void takesOurFieldsFromTheEntryElseFromTheTop() {
        DocumentDefinition document = one("""
                {"name": "N", "cadence": "PT1H", "category": "ai-assistant", "language": "en", "jurisdictions": ["EU"],
                 "terms": {"Imprint": {"fetch": "https://n.example/i", "cadence": "PT5M", "jurisdictions": ["DE", "AT"]}}}""");
        assertEquals(Duration.ofMinutes(5), document.cadence());
        assertEquals("ai-assistant", document.category());
        assertEquals("en", document.language());
        assertEquals(List.of("DE", "AT"), document.jurisdictions());
    }

    @Test
    void warnsOfWhatItDoesNotFollow() {
        DocumentDefinition document = one("""
                {"name": "N", "terms": {"Imprint": {"fetch": "https://n.example/i", "filter": ["removeDates"],
                  "executeClientScripts": true, "selct": "main"}}}""");
        assertEquals(3, document.warnings().size(), document.warnings().toString());
        assertTrue(
                document.warnings().toString().contains("selct"),
                document.warnings().toString());
    }

    @Test
    void acceptsAPlatformWhoseDocumentsAreAllHistory() {
        DeclarationReading reading =
                parser.parse("Old", "{\"name\": \"O\", \"terms\": {}}".getBytes(StandardCharsets.UTF_8));
        assertTrue(reading.valid() && reading.documents().isEmpty(), reading.toString());
    }

    @Test
    void staysTheSameThroughItsJson() {
        DocumentDefinition document = one("""
                {"name": "N", "terms": {"Imprint": {"fetch": "https://n.example/i", "select": {"startAfter": "#a", "endBefore": "#b"}}}}""");
        DocumentDefinition read = Json.read(Json.write(document), DocumentDefinition.class);
        assertEquals(document, read);
        assertEquals(document.hash(), read.hash());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"name\": | $ | not valid JSON at line 1",
                "[] | $ | not a JSON object",
                "{\"terms\": {\"Imprint\": {\"fetch\": \"https://n.example\"}}} | $.name | name of the platform",
                "{\"name\": \"N\", \"terms\": []} | $.terms | no terms",
                "{\"name\": \"N\", \"terms\": {\"Imprint\": {}}} | $.terms[\"Imprint\"].fetch | address is missing",
                "{\"name\": \"N\", \"terms\": {\"Imprint\": {\"fetch\": \"ftp://n.example\"}}} | $.terms[\"Imprint\"].fetch | not an http or https",
                "{\"name\": \"N\", \"terms\": {\"Imprint\": {\"fetch\": \"https://n.example/a b\"}}} | $.terms[\"Imprint\"].fetch | not an address",
                "{\"name\": \"N\", \"terms\": {\"Imprint\": {\"fetch\": \"https://n.example\", \"select\": \"main[\"}}} | $.terms[\"Imprint\"].select | not a CSS selector",
                "{\"name\": \"N\", \"terms\": {\"Imprint\": {\"fetch\": \"https://n.example\", \"select\": [\"main\", 7]}}} | $.terms[\"Imprint\"].select[1] | neither a CSS selector nor a range",
                "{\"name\": \"N\", \"terms\": {\"Imprint\": {\"fetch\": \"https://n.example\", \"remove\": {\"startWith\": \"p\", \"endBefore\": \"h2\"}}}} | $.terms[\"Imprint\"].remove.startWith | does not know this field",
                "{\"name\": \"N\", \"terms\": {\"Imprint\": {\"fetch\": \"https://n.example\", \"select\": {\"startBefore\": \"p\"}}}} | $.terms[\"Imprint\"].select | exactly one start and one end",
                "{\"name\": \"N\", \"terms\": {\"Imprint\": {\"combine\": [{\"select\": \"p\"}]}}} | $.terms[\"Imprint\"].combine[0].fetch | address is missing",
                "{\"name\": \"N\", \"terms\": {\"Imprint\": {\"fetch\": \"https://n.example\", \"cadence\": \"daily\"}}} | $.terms[\"Imprint\"].cadence | not a duration",
                "{\"name\": \"N\", \"terms\": {\"A b\": {\"fetch\": \"https://n.example\"}, \"A-B\": {\"fetch\": \"https://n.example\"}}} | $.terms[\"A-B\"] | same id",
                "{\"name\": \"N\", \"terms\": {\"A\\u0000\": {\"fetch\": \"https://n.example\"}}} | $ | U+0000",
                "{\"name\": \"N\\u0000\", \"terms\": {}} | $ | U+0000",
            })
    void namesThePlaceTheReasonAndTheRemedy(String json, String path, String reason) {
        DeclarationReading reading = parser.parse("Broken One", json.getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of(), reading.documents());
        DeclarationProblem problem = reading.problems().getFirst();
        assertEquals("Broken One.json", problem.file());
        assertEquals(path, problem.path());
        assertTrue(problem.reason().contains(reason), problem.reason());
        assertFalse(problem.remedy().isBlank());
    }

    private DocumentDefinition one(String json) {
        DeclarationReading reading = parser.parse("Nimbus Chat", json.getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of(), reading.problems());
        return reading.documents().getFirst();
    }
}
