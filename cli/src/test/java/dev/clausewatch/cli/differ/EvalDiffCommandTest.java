package dev.clausewatch.cli.differ;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clausewatch.cli.Commands;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvalDiffCommandTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String TERMS = "# Terms\n\nYou may leave at any time.\n\nWe keep your data for %s days.\n";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void eachPairIsJudgedAndTheLastLineSaysHowMany() throws IOException {
        Files.writeString(
                folder.resolve("orbitra.jsonl"),
                row(0, "2026-01-01T00:00:00Z", "first", TERMS.formatted("30"))
                        + row(2, "2026-02-01T00:00:00Z", "technical", "* * *\n\n" + TERMS.formatted("30"))
                        + row(1, "2026-01-20T00:00:00+01:00", "change", TERMS.formatted("90")));
        Path cases = folder.resolve("cases");
        assertEquals(0, run("--histories", folder.toString(), "--out", cases.toString()));
        List<String> lines = Files.readAllLines(cases);
        assertEquals(2, lines.size());
        JsonNode change = JSON.readTree(lines.getFirst());
        assertEquals("SUBSTANTIVE", change.path("kind").asText());
        assertTrue(change.path("alert").asBoolean());
        assertEquals(
                "We keep your data for 90 days.",
                change.path("provisions").path(0).path("after").asText());
        JsonNode technical = JSON.readTree(lines.getLast());
        assertEquals("TECHNICAL", technical.path("kind").asText());
        assertFalse(technical.path("alert").asBoolean());
        assertTrue(lastLine().startsWith("diff: documents=1 pairs=2 alerts=1 touched-precision="), this::lastLine);
        assertTrue(lastLine().contains(" untrue=0 ms-per-pair="), this::lastLine);
    }

    @Test
    void aTextThatReadsTheSameIsAPairWithoutAChange() throws IOException {
        Files.writeString(
                folder.resolve("orbitra.jsonl"),
                row(0, "2026-01-01T00:00:00Z", "first", TERMS.formatted("30"))
                        + row(1, "2026-01-02T00:00:00Z", "change", TERMS.formatted("30  ")));
        assertEquals(0, run("--histories", folder.toString()));
        assertTrue(out.toString().contains("UNCHANGED"), out::toString);
        assertTrue(lastLine().startsWith("diff: documents=1 pairs=1 alerts=0"), this::lastLine);
    }

    @Test
    void aDocumentThatFailsIsNamedAndTheOthersAreMeasured() throws IOException {
        for (String name : List.of("a", "b", "c")) {
            Files.writeString(
                    folder.resolve(name + ".jsonl"),
                    row(0, "2026-01-01T00:00:00Z", "first", TERMS.formatted("30"))
                            + row(1, "2026-01-20T00:00:00Z", "change", TERMS.formatted(name)));
        }
        Path cases = folder.resolve("cases");
        EvalDiffCommand command = new EvalDiffCommand((rows, hold) -> {
            if (rows.getLast().content().contains("for b days")) {
                throw new StackOverflowError();
            }
            return new HistoryReplay(hold).replay(rows);
        });
        assertEquals(3, run(command, "--histories", folder.toString(), "--out", cases.toString()));
        assertTrue(err.toString().contains("b.jsonl could not be compared"), err::toString);
        assertTrue(out.toString().contains("Not compared, and not in the figures: b.jsonl"), out::toString);
        assertEquals(2, Files.readAllLines(cases).size());
        assertTrue(lastLine().startsWith("diff: documents=2 pairs=2 alerts=2"), this::lastLine);
    }

    @Test
    void aFolderWithoutHistoriesIsRefusedInASentence() {
        assertEquals(2, run("--histories", folder.toString()));
        assertTrue(err.toString().contains("has no .jsonl"), err::toString);
        assertEquals(2, run("--histories", folder.resolve("nowhere").toString()));
    }

    @Test
    void aRowThatIsNoVersionIsNamedAndNothingIsWritten() throws IOException {
        Files.writeString(folder.resolve("a.jsonl"), "{\"seq\": 1, \"service\": \"Orbitra\"}\n");
        Path cases = folder.resolve("cases");
        assertEquals(2, run("--histories", folder.toString(), "--out", cases.toString()));
        assertTrue(err.toString().contains("a.jsonl, row 1"), err::toString);
        assertFalse(Files.exists(cases));
    }

    private String lastLine() {
        return out.toString().lines().reduce((first, second) -> second).orElse("");
    }

    private int run(String... arguments) {
        return run(new EvalDiffCommand(), arguments);
    }

    private int run(EvalDiffCommand command, String... arguments) {
        CommandLine commandLine = Commands.of(command);
        return commandLine
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private static String row(long seq, String date, String kind, String content) throws IOException {
        ObjectNode row = JSON.createObjectNode();
        row.put("seq", seq).put("service", "Orbitra").put("termsType", "Terms of Service");
        row.put("date", date).put("kind", kind).put("content", content).put("sha1", "ignored");
        return JSON.writeValueAsString(row) + "\n";
    }
}
