package dev.clausewatch.cli.crawler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.clausewatch.cli.Clausewatch;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvalExtractCommandTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PAGE =
            "<nav>Menu</nav><main><h1>Terms</h1><p>You may <b>leave</b>.</p><ol><li>First</li></ol></main>";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aTextThatIsTheExpectedOneInOtherMarkdownScoresOne() throws IOException {
        add("nimbus", "\"main\"", "Terms\n=====\n\nYou may **leave**.\n\n1.  First\n");
        Path results = folder.resolve("results");
        assertEquals(0, run("--out", results.toString()));
        JsonNode result = JSON.readTree(Files.readString(results));
        assertEquals("nimbus", result.path("case").asText());
        assertTrue(result.path("ok").asBoolean());
        assertEquals(1, result.path("wordF1").asDouble());
        assertEquals(1, result.path("blockF1").asDouble());
        assertEquals("extract: cases=1 failed=0 word-f1=1.0000 block-f1=1.0000", lastLine());
    }

    @Test
    void aRefusedPageCountsNothingAndSaysWhy() throws IOException {
        add("nimbus", "\"main\"", "# Terms\n\nYou may leave.\n\n1.  First\n");
        add("orbitra", "\".gone\"", "# Terms\n");
        assertEquals(0, run());
        assertEquals("extract: cases=2 failed=1 word-f1=0.5000 block-f1=0.5000", lastLine());
        assertTrue(out.toString().contains("select-no-match"), out::toString);
    }

    @Test
    void copiesInTheExpectedTextOfNestedMatchesCountOnce() throws IOException {
        add("nested", "[\"main\", \"p\"]", "# Terms\n\nYou may leave.\n\n1.  First\n\nYou may leave.\n");
        assertEquals(0, run());
        assertEquals("extract: cases=1 failed=0 word-f1=1.0000 block-f1=1.0000", lastLine());
    }

    @Test
    void halfOfTheWordsIsTwoThirdsOfTheScore() {
        ExtractScore score = ExtractScore.of("one two\n", "one two\n\nthree four\n");
        assertEquals(2.0 / 3, score.words(), 1e-9);
        assertEquals(2.0 / 3, score.blocks(), 1e-9);
        assertEquals(0.5, ExtractScore.of("利用\n", "利用規約は重要\n").words(), 0.06);
    }

    @Test
    void whatIsNoCaseIsRefusedInASentence() throws IOException {
        assertEquals(2, run());
        assertTrue(err.toString().contains("has no case"), err::toString);
        add("broken", "main", "# Terms\n");
        Path results = folder.resolve("results");
        assertEquals(2, run("--out", results.toString()));
        assertTrue(err.toString().contains("declaration.json is not JSON"), err::toString);
        assertFalse(Files.exists(results));
    }

    @Test
    void aDeclarationThatCannotBeFollowedFailsItsOwnCaseOnly() throws IOException {
        add("nimbus", "\"main\"", "# Terms\n\nYou may leave.\n\n1.  First\n");
        add("orbitra", "\"main[\"", "# Terms\n");
        assertEquals(0, run());
        assertEquals("extract: cases=2 failed=1 word-f1=0.5000 block-f1=0.5000", lastLine());
        assertTrue(out.toString().contains("is not a CSS selector"), out::toString);
    }

    @Test
    void severalPagesAreReadInTheOrderOfTheirNumbers() throws IOException {
        add("nimbus", "\"main\"", "");
        Path one = folder.resolve("nimbus");
        Files.delete(one.resolve("source.html"));
        StringBuilder sources = new StringBuilder();
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 11; i++) {
            Files.writeString(one.resolve("source" + i + ".html"), "<p id=p" + i + ">Page " + i);
            sources.append(i == 0 ? "" : ",").append("""
                    {"fetch": "https://nimbus.example/%d", "select": "#p%d"}""".formatted(i, i));
            expected.append("Page ").append(i).append("\n\n");
        }
        Files.writeString(one.resolve("expected.md"), expected);
        Files.writeString(one.resolve("declaration.json"), """
                {"name": "Nimbus", "termsType": "Terms of Service", "declaration": {"combine": [%s]}}""".formatted(sources));
        assertEquals(0, run());
        assertEquals("extract: cases=1 failed=0 word-f1=1.0000 block-f1=1.0000", lastLine(), out::toString);
    }

    private void add(String name, String select, String expected) throws IOException {
        Path one = Files.createDirectory(folder.resolve(name));
        Files.writeString(one.resolve("source.html"), PAGE);
        Files.writeString(one.resolve("expected.md"), expected);
        Files.writeString(one.resolve("declaration.json"), """
                {"name": "Nimbus", "termsType": "Terms of Service",
                 "declaration": {"fetch": "https://nimbus.example/terms", "select": %s}}""".formatted(select));
    }

    private String lastLine() {
        return out.toString().lines().reduce((first, second) -> second).orElse("");
    }

    private int run(String... more) {
        List<String> arguments = new java.util.ArrayList<>(List.of("eval", "extract", "--cases", folder.toString()));
        arguments.addAll(List.of(more));
        return Clausewatch.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));
    }
}
