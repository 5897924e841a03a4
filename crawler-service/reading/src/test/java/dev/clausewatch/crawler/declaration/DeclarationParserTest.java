package dev.clausewatch.crawler.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.crawler.Json;
import dev.clausewatch.events.Selector;
import dev.clausewatch.events.Source;
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
    void writesTagsAndCodesInTheirUsualSpelling() {
        DocumentDefinition document = one("""
                {"name": "N", "language": "PT-br", "jurisdictions": ["us-ca", "EU", "eu"],
                 "terms": {"Imprint": {"fetch": "https://n.example/i"}}}""");
        assertEquals("pt-BR", document.language());
        assertEquals(List.of("US-CA", "EU"), document.jurisdictions());
    }

    @Test
    void makesADocumentOfEachLocaleThatInheritsWhatItDoesNotSay() {
        List<DocumentDefinition> documents = all("""
                {"name": "N", "category": "chat", "terms": {"Privacy Policy": {"fetch": "https://n.example/en", "language": "en",
                  "select": "main", "jurisdictions": ["US"],
                  "locales": {
                    "de-at": {"fetch": "https://n.example/at", "jurisdictions": ["AT"]},
                    "fr": {"combine": [{"fetch": "https://n.example/fr/1"}, {"fetch": "https://n.example/fr/2", "select": "article"}],
                           "language": "fr-CA"}}}}}""");
        assertEquals(
                List.of(
                        "nimbus-chat/privacy-policy",
                        "nimbus-chat/privacy-policy/de-at",
                        "nimbus-chat/privacy-policy/fr"),
                documents.stream().map(DocumentDefinition::id).toList());
        DocumentDefinition austrian = documents.get(1);
        assertEquals("de-AT", austrian.language());
        assertEquals(List.of("AT"), austrian.jurisdictions());
        assertEquals("chat", austrian.category());
        assertEquals(
                List.of(Selector.css("main")), austrian.sources().getFirst().select());
        DocumentDefinition french = documents.get(2);
        assertEquals("fr-CA", french.language());
        assertEquals(List.of("US"), french.jurisdictions());
        assertEquals(
                List.of(List.of(Selector.css("main")), List.of(Selector.css("article"))),
                french.sources().stream().map(Source::select).toList());
        assertEquals(List.of(), documents.getFirst().warnings());
    }

    @Test
    void inheritsNothingOfOthersFromTheTop() {
        DocumentDefinition document = one("""
                {"name": "N", "select": "main", "terms": {"Imprint": {"fetch": "https://n.example/i"}}}""");
        assertEquals(List.of(), document.sources().getFirst().select());
        assertEquals(List.of("$.select: this field is not known and not followed"), document.warnings());
    }

    @Test
    void acceptsFiltersAndNamesThoseThatAreNotRun() {
        DocumentDefinition document = one("""
                {"name": "N", "importedFrom": "https://old.example", "terms": {"Imprint": {
                  "combine": [{"fetch": "https://n.example/1"}, {"fetch": "https://n.example/2", "filter": ["own"]}],
                  "filter": ["removeDates", {"removeQueryParams": ["utm"]}]}}}""");
        assertEquals(
                List.of(
                        "$.terms[\"Imprint\"].filter: filter functions are not run; the page is read without removeDates, removeQueryParams",
                        "$.terms[\"Imprint\"].combine[1].filter: filter functions are not run; the page is read without own"),
                document.warnings());
    }

    @Test
    void acceptsAPdfAndSaysThatSelectorsAreNotForIt() {
        assertEquals(List.of(), one("""
                {"name": "N", "terms": {"Imprint": {"fetch": "https://n.example/i.PDF?v=2"}}}""").warnings());
        assertEquals(
                List.of("$.terms[\"Imprint\"].fetch: a PDF is read whole; select and remove are for HTML"),
                one("""
                {"name": "N", "terms": {"Imprint": {"fetch": "https://n.example/i.pdf", "select": "main"}}}""").warnings());
    }

    @Test
    void saysOnceWhatSeveralSourcesInherit() {
        ParsedDeclaration reading = parser.parse("N", """
                {"name": "N", "terms": {"Imprint": {"select": "main[",
                  "combine": [{"fetch": "https://n.example/1"}, {"fetch": "https://n.example/2"}]}}}""".getBytes(StandardCharsets.UTF_8));
        assertEquals(1, reading.problems().size(), reading.problems().toString());
    }

    @Test
    void warnsOfWhatItDoesNotFollow() {
        DocumentDefinition document = one("""
                {"name": "N", "terms": {"Imprint": {"fetch": "https://n.example/i", "filter": ["removeDates"],
                  "executeClientScripts": true, "selct": "main"}}}""");
        assertEquals(2, document.warnings().size(), document.warnings().toString());
        assertTrue(
                document.warnings().toString().contains("selct"),
                document.warnings().toString());
    }

    @Test
    void acceptsAPlatformWhoseDocumentsAreAllHistory() {
        ParsedDeclaration reading =
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
                "{\"name\": \"N\", \"terms\": {\"Imprint\": {\"fetch\": \"https://n.example\", \"select\": \"p:matches(a+)\"}}} | $.terms[\"Imprint\"].select | use :contains",
                "{\"name\": \"N\", \"terms\": {\"Imprint\": {\"fetch\": \"https://n.example\", \"select\": [\"main\", 7]}}} | $.terms[\"Imprint\"].select[1] | neither a CSS selector nor a range",
                "{\"name\": \"N\", \"terms\": {\"Imprint\": {\"fetch\": \"https://n.example\", \"remove\": {\"startWith\": \"p\", \"endBefore\": \"h2\"}}}} | $.terms[\"Imprint\"].remove.startWith | does not know this field",
                "{\"name\": \"N\", \"terms\": {\"Imprint\": {\"fetch\": \"https://n.example\", \"select\": {\"startBefore\": \"p\"}}}} | $.terms[\"Imprint\"].select | exactly one start and one end",
                "{\"name\": \"N\", \"terms\": {\"Imprint\": {\"combine\": [{\"select\": \"p\"}]}}} | $.terms[\"Imprint\"].combine[0].fetch | address is missing",
                "{\"name\": \"N\", \"terms\": {\"Imprint\": {\"fetch\": \"https://n.example\", \"cadence\": \"daily\"}}} | $.terms[\"Imprint\"].cadence | not a duration",
                "{\"name\": \"N\", \"importedFrom\": 1, \"terms\": {}} | $.importedFrom | not a text",
                "{\"name\": \"N\", \"terms\": {\"Imprint\": []}} | $.terms[\"Imprint\"] | not an object",
                "{\"name\": \"N\", \"terms\": {\"Imprint\": {\"combine\": []}}} | $.terms[\"Imprint\"].combine | not a list of sources",
                "{\"name\": \"N\", \"terms\": {\"Imprint\": {\"combine\": [\"https://n.example\"]}}} | $.terms[\"Imprint\"].combine[0] | not an object",
                "{\"name\": \"N\", \"terms\": {\"Imprint\": {\"fetch\": \"https://n.example\", \"combine\": [{\"fetch\": \"https://n.example\"}]}}} | $.terms[\"Imprint\"].fetch | a combine too",
                "{\"name\": \"N\", \"terms\": {\"Imprint\": {\"fetch\": \"https://n.example\", \"executeClientScripts\": \"yes\"}}} | $.terms[\"Imprint\"].executeClientScripts | not true or false",
                "{\"name\": \"N\", \"terms\": {\"Imprint\": {\"fetch\": \"https://n.example\", \"select\": \" \"}}} | $.terms[\"Imprint\"].select | CSS selector is empty",
                "{\"name\": \"N\", \"terms\": {\"Imprint\": {\"fetch\": \"https://n.example\", \"filter\": \"removeDates\"}}} | $.terms[\"Imprint\"].filter | not a list of filters",
                "{\"name\": \"N\", \"terms\": {\"Imprint\": {\"fetch\": \"https://n.example\", \"filter\": [{\"a\": 1, \"b\": 2}]}}} | $.terms[\"Imprint\"].filter | not a list of filters",
                "{\"name\": \"N\", \"terms\": {\"Imprint\": {\"fetch\": \"https://n.example\", \"cadence\": \"P400D\"}}} | $.terms[\"Imprint\"].cadence | not a duration of a year at most",
                "{\"name\": \"N\", \"cadence\": \"PT0S\", \"terms\": {\"Imprint\": {\"fetch\": \"https://n.example\"}}} | $.cadence | not a duration",
                "{\"name\": \"N\", \"language\": \"english\", \"terms\": {\"Imprint\": {\"fetch\": \"https://n.example\"}}} | $.language | not a language tag",
                "{\"name\": \"N\", \"language\": \"en_US\", \"terms\": {\"Imprint\": {\"fetch\": \"https://n.example\"}}} | $.language | not a language tag",
                "{\"name\": \"N\", \"jurisdictions\": \"EU\", \"terms\": {\"Imprint\": {\"fetch\": \"https://n.example\"}}} | $.jurisdictions | not a list of texts",
                "{\"name\": \"N\", \"jurisdictions\": [\"US\", \"UK\"], \"terms\": {\"Imprint\": {\"fetch\": \"https://n.example\"}}} | $.jurisdictions[1] | not a country of ISO 3166",
                "{\"name\": \"N\", \"category\": [], \"terms\": {\"Imprint\": {\"fetch\": \"https://n.example\"}}} | $.category | not a text of 100",
                "{\"name\": \"N\", \"terms\": {\"Imprint\": {\"fetch\": \"https://n.example\", \"locales\": []}}} | $.terms[\"Imprint\"].locales | not an object",
                "{\"name\": \"N\", \"terms\": {\"Imprint\": {\"fetch\": \"https://n.example\", \"locales\": {\"de\": 1}}}} | $.terms[\"Imprint\"].locales[\"de\"] | not an object",
                "{\"name\": \"N\", \"terms\": {\"Imprint\": {\"fetch\": \"https://n.example\", \"locales\": {\"German\": {\"fetch\": \"https://n.example/de\"}}}}} | $.terms[\"Imprint\"].locales[\"German\"] | not a language tag",
                "{\"name\": \"N\", \"terms\": {\"Imprint\": {\"fetch\": \"https://n.example\", \"locales\": {\"de\": {}}}}} | $.terms[\"Imprint\"].locales[\"de\"].fetch | address is missing",
                "{\"name\": \"N\", \"terms\": {\"Imprint\": {\"fetch\": \"https://u:p@n.example\"}}} | $.terms[\"Imprint\"].fetch | without a password",
                "{\"name\": \"N\", \"terms\": {\"A b\": {\"fetch\": \"https://n.example\"}, \"A-B\": {\"fetch\": \"https://n.example\"}}} | $.terms[\"A-B\"] | same id",
                "{\"name\": \"N\", \"terms\": {\"A\\u0000\": {\"fetch\": \"https://n.example\"}}} | $ | U+0000",
                "{\"name\": \"N\\u0000\", \"terms\": {}} | $ | U+0000",
            })
    void namesThePlaceTheReasonAndTheRemedy(String json, String path, String reason) {
        ParsedDeclaration reading = parser.parse("Broken One", json.getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of(), reading.documents());
        DeclarationProblem problem = reading.problems().getFirst();
        assertEquals("Broken One.json", problem.file());
        assertEquals(path, problem.path());
        assertTrue(problem.reason().contains(reason), problem.reason());
        assertFalse(problem.remedy().isBlank());
    }

    @Test
    void saysWhatIsWrongAndNothingOfTheParser() {
        String deep = "[".repeat(2000);
        String longNumber = "{\"name\": " + "9".repeat(2000) + "}";
        for (String json : List.of("{", "{\"name\": \"N", deep, longNumber, "{} {}", "{\"name\": nul}", hovered())) {
            DeclarationProblem problem = parser.parse("Broken", json.getBytes(StandardCharsets.UTF_8))
                    .problems()
                    .getFirst();
            for (String foreign : List.of("Source", "Feature", "Constraints", "fasterxml", "token at ''")) {
                assertFalse(problem.reason().contains(foreign), problem.reason());
            }
        }
        assertEquals(
                "it is not valid JSON at line 1, column 2: it ends before all that it opens is closed",
                parser.parse("Broken", new byte[] {'{'}).problems().getFirst().reason());
    }

    private static String hovered() {
        return "{\"name\": \"N\", \"terms\": {\"Imprint\": {\"fetch\": \"https://n.example\", \"select\": \"a:hover\"}}}";
    }

    private DocumentDefinition one(String json) {
        ParsedDeclaration reading = parser.parse("Nimbus Chat", json.getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of(), reading.problems());
        return reading.documents().getFirst();
    }

    private List<DocumentDefinition> all(String json) {
        ParsedDeclaration reading = parser.parse("Nimbus Chat", json.getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of(), reading.problems());
        return reading.documents();
    }
}
