package dev.clausewatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clausewatch.crawler.bundle.SampleBundle;
import dev.clausewatch.events.Event;
import dev.clausewatch.events.Service;
import dev.clausewatch.events.Topic;
import dev.clausewatch.testing.CanonicalEvents;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** What programs read with {@code --json} is what people read without it. */
class JsonAnswersTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Figures that no two runs share. */
    private static final Set<String> TIMES = Set.of("ms-per-pair", "p99-ms", "provisions-per-s");

    @TempDir
    Path folder = Path.of("");

    /** How a command ended. */
    private record Ended(int code, String out, String err) {

        List<String> lines() {
            return out.lines().toList();
        }

        JsonNode json() {
            try {
                return JSON.readTree(out);
            } catch (IOException e) {
                throw new AssertionError(out, e);
            }
        }
    }

    static List<String> commands() {
        return List.of(
                "dead-letters list",
                "declarations check",
                "doctor",
                "eval changes",
                "eval classify",
                "eval diff",
                "eval extract",
                "eval search",
                "evidence verify",
                "reclassify",
                "rules check");
    }

    @AfterEach
    void forgetTheHome() {
        System.clearProperty("clausewatch.home");
    }

    @Test
    void extractHasTheFiguresAndTheCasesWorstFirst() throws IOException {
        addCase("nimbus", "main", "# Terms\n\nYou may leave.\n\n1.  Second\n");
        addCase("orbitra", ".gone", "# Terms\n");
        List<String> command = List.of("eval", "extract", "--cases", folder.toString());
        Ended text = run(command);
        JsonNode json = asJson(command, 0).json();
        assertSameFigures(text.lines().getLast(), json);
        assertRows(
                text.lines().subList(1, 3),
                json.path("results"),
                row -> String.format(
                        Locale.ROOT,
                        "%s %.3f %.3f %s",
                        row.path("case").asText(),
                        row.path("wordF1").asDouble(),
                        row.path("blockF1").asDouble(),
                        row.path("reason").asText("")));
        assertEquals(
                List.of(false, true),
                List.of(
                        json.at("/results/0/ok").asBoolean(),
                        json.at("/results/1/ok").asBoolean()));
    }

    @Test
    void diffHasTheFiguresTheDocumentsAndTheKinds() throws IOException {
        addHistory("a.jsonl", "30", "90", "90");
        addHistory("b.jsonl", "30", "60");
        List<String> command = List.of("eval", "diff", "--histories", folder.toString());
        Ended text = run(command);
        Ended ended = asJson(command, 0);
        JsonNode json = ended.json();
        List<String> lines = text.lines();
        assertSameFigures(lines.getLast(), json);
        Function<JsonNode, String> document = row -> "%s %d pairs %d alerts"
                .formatted(
                        row.path("file").asText(),
                        row.path("pairs").asInt(),
                        row.path("alerts").asInt());
        assertRows(lines.subList(0, 2), json.path("histories"), document);
        assertEquals(lines.subList(0, 2), ended.err().lines().toList());
        assertRows(
                lines.subList(4, lines.size() - 1),
                json.path("kinds"),
                row -> "%s %d %d"
                        .formatted(
                                row.path("kind").asText(),
                                row.path("pairs").asInt(),
                                row.path("alerts").asInt()));
        assertEquals(2, json.path("kinds").size(), json::toString);
        assertTrue(json.path("failed").isEmpty(), json::toString);
    }

    @Test
    void classifyHasTheFiguresTheTypesTheAreasAndTheCalibration() throws IOException {
        List<String> command = List.of("eval", "classify", "--gold", gold(provisions()));
        Ended text = run(command);
        JsonNode json = asJson(command, 0).json();
        assertSameFigures(text.lines().getLast(), json);
        List<List<String>> tables = tables(text);
        assertRows(tables.get(0), json.path("types"), JsonAnswersTest::label);
        assertRows(tables.get(1), json.path("areas"), JsonAnswersTest::label);
        assertRows(
                tables.get(2),
                json.path("calibration"),
                row -> String.format(
                        Locale.ROOT,
                        "stated %.2f right %.2f of %d",
                        row.path("stated").asDouble(),
                        row.path("right").asDouble(),
                        row.path("answers").asInt()));
        assertEquals(6, json.at("/types/0/there").asInt(), json::toString);
    }

    @Test
    void changesHasTheFiguresTheMaterialitiesAndTheAreas() throws IOException {
        List<String> command = List.of("eval", "changes", "--gold", gold(changes()));
        Ended text = run(command);
        JsonNode json = asJson(command, 0).json();
        assertSameFigures(text.lines().getLast(), json);
        List<List<String>> tables = tables(text);
        assertRows(tables.get(0), json.path("materialities"), JsonAnswersTest::label);
        assertRows(tables.get(1), json.path("areas"), JsonAnswersTest::label);
    }

    @Test
    void searchHasTheFiguresOfEachKind() throws IOException {
        addHistory("a.jsonl", "30", "90");
        Path queries = Files.writeString(folder.resolve("queries.txt"), """
                {"query": "90 days", "kind": "words", "expected": [{"document": "nobody/terms", "phrase": "90"}]}
                """);
        List<String> command =
                List.of("eval", "search", "--histories", folder.toString(), "--queries", queries.toString());
        Ended text = run(command);
        JsonNode json = asJson(command, 0).json();
        List<String> lines = text.lines();
        assertSameFigures(lines.getLast(), json);
        assertRows(
                lines.subList(3, lines.size() - 1),
                json.path("kinds"),
                row -> String.format(
                        Locale.ROOT,
                        "%s %d %.3f %.3f %.3f",
                        row.path("kind").asText(),
                        row.path("queries").asInt(),
                        row.path("successAt1").asDouble(),
                        row.path("successAt5").asDouble(),
                        row.path("mrr").asDouble()));
        assertEquals(0, json.path("successAt5").asDouble());
    }

    @Test
    void progressOfTrainingIsForPeople() throws IOException {
        List<String> command = List.of(
                "eval", "classify", "--gold", gold(provisions()), "--cross-validate", "2", "--data", folder.toString());
        Ended ended = asJson(command, 0);
        assertEquals("cv", ended.json().path("mode").asText());
        assertTrue(ended.err().contains("part 2 of 2: training on "), ended::err);
    }

    @Test
    void rulesCheckHasTheExamplesThatDoNotHold() throws IOException {
        Path rules = Files.createDirectory(folder.resolve("rules"));
        Files.writeString(rules.resolve("trackers.yaml"), """
                type: trackers
                rules:
                  - id: crumbs
                    weight: 0.9
                    any: [drop* ..3 crumb*]
                examples:
                  match: [We drop tiny crumbs on your machine.]
                  reject: [They drop crumbs.]
                """);
        List<String> command = List.of("rules", "check", rules.toString());
        Ended text = run(command);
        JsonNode json = asJson(command, 1).json();
        assertEquals(1, text.code());
        assertFalse(json.path("ok").asBoolean(true));
        assertRows(text.lines().subList(0, 1), json.path("broken"), JsonNode::asText);
    }

    @Test
    void declarationsCheckHasTheDocumentsAndTheProblems() throws IOException {
        Path declarations = Files.createDirectory(folder.resolve("declarations"));
        Files.writeString(declarations.resolve("A.json"), """
                {"name": "A", "terms": {"Imprint": {"fetch": "https://a.example"}}}""");
        Files.writeString(declarations.resolve("B.json"), "{}");
        List<String> command = List.of("declarations", "check", declarations.toString());
        Ended text = run(command);
        JsonNode json = asJson(command, 1).json();
        assertEquals(1, text.code());
        int warnings = 0;
        for (JsonNode document : json.path("documents")) {
            assertTrue(text.out().contains(document.path("id").asText()), text::out);
            warnings += document.path("warnings").size();
        }
        for (JsonNode problem : json.path("problems")) {
            assertTrue(text.out().contains(problem.path("reason").asText()), text::out);
        }
        assertEquals(
                "declarations: files=2 documents=%d warnings=%d problems=%d"
                        .formatted(
                                json.path("documents").size(),
                                warnings,
                                json.path("problems").size()),
                text.lines().getLast());
        assertFalse(json.path("ok").asBoolean(true));
    }

    @Test
    void evidenceVerifyHasWhatItFound() throws IOException {
        Path bundle =
                Files.write(folder.resolve("terms.zip"), SampleBundle.ofThree().write());
        List<String> command = List.of("evidence", "verify", bundle.toString());
        Ended text = run(command);
        JsonNode json = asJson(command, 3).json();
        assertEquals(3, text.code());
        assertEquals(
                List.of(
                        "%s holds: %d snapshots of %s, first seen from %s to %s"
                                .formatted(
                                        json.path("file").asText(),
                                        json.path("snapshots").asInt(),
                                        json.path("document").asText(),
                                        json.path("firstSeen").asText(),
                                        json.path("lastSeen").asText()),
                        "They are among the %d records of the log %s"
                                .formatted(
                                        json.path("records").asInt(),
                                        json.path("log").asText())),
                text.lines().subList(0, 2));
        assertEquals(text.lines().getLast(), json.path("keyFingerprint").asText());
        assertFalse(json.path("signerVerified").asBoolean(true));
    }

    @Test
    void deadLettersListHasWhatItListsForPeople() {
        try (BuriedRecords buried = new BuriedRecords()) {
            Event event = CanonicalEvents.event(CanonicalEvents.changeDetected());
            String id = buried.bury(Topic.REGISTER, Service.GATEWAY, event, 4, "a bug");
            List<String> command = List.of("dead-letters", "list", "--brokers", buried.servers());
            Ended text = run(command);
            JsonNode json = asJson(command, 0).json();
            assertSameFigures(text.lines().getLast(), json);
            assertEquals(
                    text.lines().stream().filter(line -> line.contains(".dlq/")).toList(),
                    json.path("results").findValuesAsText("id"));
            JsonNode row = StreamSupport.stream(json.path("results").spliterator(), false)
                    .filter(one -> one.path("id").asText().equals(id))
                    .findFirst()
                    .orElseThrow();
            assertEquals(event.id(), row.path("eventId").asText());
            assertEquals("open", row.path("state").asText());
            assertEquals(Topic.REGISTER.topicName() + "/0/4", row.path("from").asText());
        }
    }

    @Test
    void doctorHasTheChecksWithWhatToDo() {
        List<String> command = List.of("doctor", "--brokers", "no-such-host.invalid:9092");
        Ended text = run(command);
        JsonNode json = asJson(command, 1).json();
        assertSameFigures(text.lines().getLast(), json);
        JsonNode check = json.at("/checks/0");
        assertEquals("trouble", check.path("state").asText());
        assertTrue(text.out().contains(check.path("advice").asText()), text::out);
        assertTrue(text.out().contains(check.path("runbook").asText()), text::out);
    }

    @ParameterizedTest
    @CsvSource({
        "2, declarations check none",
        "2, eval changes --gold none",
        "2, eval classify --gold none",
        "2, eval diff --histories none",
        "2, eval diff --histories histories --out none/cases",
        "2, eval extract --cases none",
        "2, evidence verify none",
        "2, rules check none",
        "1, reclassify --api http://127.0.0.1:1",
        "1, dead-letters list --brokers no-such-host.invalid:9092",
        "2, doctor",
    })
    void anErrorIsASentenceForPeopleAndNoAnswer(int code, String command) throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve(".clausewatch")).resolve("api-key"), "key\n");
        System.setProperty("clausewatch.home", folder.toString());
        Files.createDirectory(folder.resolve("histories"));
        addHistory("histories/a.jsonl", "30", "90");
        List<String> arguments = Stream.of(command.split(" "))
                .map(word -> word.startsWith("none") || word.equals("histories")
                        ? folder.resolve(word).toString()
                        : word)
                .toList();
        Ended ended = run(Stream.concat(arguments.stream(), Stream.of("--json")).toList());
        assertEquals(code, ended.code(), ended::err);
        assertEquals("", ended.out());
        assertFalse(ended.err().isBlank());
        assertFalse(ended.err().contains("\tat "), ended::err);
    }

    /** So that a new one comes into the tests. */
    @Test
    void theseCommandsHaveTheOption() {
        Set<String> found = new TreeSet<>();
        CommandsTest.commands().stream()
                .filter(command -> at(command).getCommandSpec().findOption("--json") != null)
                .forEach(found::add);
        assertEquals(new TreeSet<>(commands()), found);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpSaysTheKeysAndCompletionKnowsTheOption(String command) {
        assertFalse(DocumentedKeys.in(at(command).getUsageMessage()).keys().isEmpty());
        String script = run(List.of("generate-completion")).out();
        int start = script.indexOf("function _picocli_clausewatch_%s()"
                .formatted(command.replace(' ', '_').replace("-", "")));
        assertTrue(start >= 0, command);
        assertTrue(script.substring(start, script.indexOf("\n}", start)).contains("--json"), command);
    }

    private static CommandLine at(String command) {
        CommandLine commandLine = Clausewatch.commandLine();
        for (String word : command.split(" ", -1)) {
            if (!word.isEmpty()) {
                commandLine =
                        Objects.requireNonNull(commandLine.getSubcommands().get(word), command);
            }
        }
        return commandLine;
    }

    /** Runs the command with {@code --json}, and checks that the answer is what its help says, also where colours are wanted. */
    private static Ended asJson(List<String> command, int code) {
        Ended ended = run(Stream.concat(command.stream(), Stream.of("--json")).toList());
        assertEquals(code, ended.code(), ended::err);
        String name = command.get(1).startsWith("-") ? command.getFirst() : String.join(" ", command.subList(0, 2));
        DocumentedKeys.in(at(name).getUsageMessage()).assertAreThoseOf(ended.json());
        return ended;
    }

    private static Ended run(List<String> arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Clausewatch.commandLine()
                .setColorScheme(Help.defaultColorScheme(Help.Ansi.ON))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
        return new Ended(code, out.toString(), err.toString());
    }

    /** The keys begin with the figures of the last line, in its order, with the same values unrounded. */
    private static void assertSameFigures(String line, JsonNode json) {
        Iterator<String> keys = json.fieldNames();
        List<String> figures = List.of(line.split(" ", -1));
        for (String figure : figures.subList(1, figures.size())) {
            String name = figure.substring(0, figure.indexOf('='));
            String value = figure.substring(figure.indexOf('=') + 1);
            String key = keys.next();
            assertEquals(name.replace("-", ""), key.toLowerCase(Locale.ROOT));
            JsonNode found = json.path(key);
            if (TIMES.contains(name)) {
                assertTrue(found.isNumber() && found.asDouble() > 0, figure);
            } else {
                assertEquals(value, printed(found, value), key);
            }
        }
    }

    private static String printed(JsonNode found, String like) {
        int decimals = like.indexOf('.') < 0 ? 0 : like.length() - like.indexOf('.') - 1;
        return found.isFloatingPointNumber()
                ? String.format(Locale.ROOT, "%." + decimals + "f", found.asDouble())
                : found.asText();
    }

    /** The rows read as the table's lines, but for the space between columns. */
    private static void assertRows(List<String> table, JsonNode rows, Function<JsonNode, String> row) {
        assertEquals(
                table.stream().map(JsonAnswersTest::singleSpaced).toList(),
                StreamSupport.stream(rows.spliterator(), false)
                        .map(row)
                        .map(JsonAnswersTest::singleSpaced)
                        .toList());
    }

    private static String singleSpaced(String line) {
        return String.join(
                " ", Stream.of(line.split(" ")).filter(word -> !word.isEmpty()).toList());
    }

    /** Of a text with a header and a last line, the tables between, each with an empty line behind it. */
    private static List<List<String>> tables(Ended text) {
        List<List<String>> tables = new ArrayList<>();
        List<String> table = new ArrayList<>();
        for (String line : text.lines().subList(1, text.lines().size())) {
            if (line.isEmpty()) {
                tables.add(table);
                table = new ArrayList<>();
            } else {
                table.add(line);
            }
        }
        return tables;
    }

    private static String label(JsonNode row) {
        return String.format(
                Locale.ROOT,
                "%s %d %.2f %.2f %.2f",
                row.path("label").asText(),
                row.path("there").asInt(),
                row.path("precision").asDouble(),
                row.path("recall").asDouble(),
                row.path("f1").asDouble());
    }

    private void addCase(String name, String select, String expected) throws IOException {
        Path one = Files.createDirectory(folder.resolve(name));
        Files.writeString(
                one.resolve("source.html"),
                "<main><h1>Terms</h1><p>You may <b>leave</b>.</p><ol><li>First</li></ol></main>");
        Files.writeString(one.resolve("expected.md"), expected);
        Files.writeString(one.resolve("declaration.json"), """
                {"name": "Nimbus", "termsType": "Terms of Service",
                 "declaration": {"fetch": "https://nimbus.example/terms", "select": "%s"}}""".formatted(select));
    }

    private void addHistory(String file, String... days) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < days.length; i++) {
            ObjectNode row = JSON.createObjectNode();
            row.put("seq", i).put("service", "Orbitra").put("termsType", "Terms of Service");
            row.put("date", "2026-0%d-01T00:00:00Z".formatted(i + 1)).put("kind", "change");
            row.put(
                    "content",
                    "# Terms\n\nYou may leave at any time.\n\nWe keep your data for %s days.\n".formatted(days[i]));
            rows.append(JSON.writeValueAsString(row)).append('\n');
        }
        Files.writeString(folder.resolve(file), rows);
    }

    private String gold(String rows) throws IOException {
        return Files.writeString(folder.resolve("gold.jsonl"), rows).toString();
    }

    /** Six of a type, found and missed, and one of none. */
    private static String provisions() {
        String row = """
                {"id":"p","service":"%s","termsType":"Terms of Service","heading":"Use","text":"%s","types":[%s]}
                """;
        String rule = "You may not use outputs to train competing models.";
        return row.formatted("Nimbus", rule, "\"non-compete\"").repeat(4)
                + row.formatted("Reelmoor", rule, "\"non-compete\"")
                + row.formatted("Reelmoor", "Have a pleasant day.", "\"non-compete\"")
                + row.formatted("Orbitra", "We share your personal data with advertisers.", "");
    }

    private static String changes() {
        String row = """
                {"id":"c","service":"Nimbus","termsType":"Terms of Service","heading":"Notice","before":"%s","after":"%s",\
                "types":["unilateral-change"],"materiality":"%s"}
                """;
        String notice = "We may change these terms on %s days' notice.";
        return row.formatted(notice.formatted(30), notice.formatted(10), "material")
                        .repeat(5)
                + row.formatted(notice.formatted(30), notice.formatted(30) + " ", "editorial")
                + row.formatted("Have a pleasant day.", "Have a very pleasant day.", "minor");
    }
}
