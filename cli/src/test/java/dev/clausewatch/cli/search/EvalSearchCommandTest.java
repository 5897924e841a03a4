package dev.clausewatch.cli.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.cli.Clausewatch;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvalSearchCommandTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void saysWhereTheFirstRightProvisionStands() throws IOException {
        Path terms = Files.createDirectories(folder.resolve("terms/dev"));
        Files.writeString(terms.resolve("old.jsonl"), version(1, "2024-01-01", "# Terms\\n\\nWe place cookies here."));
        Files.writeString(
                terms.resolve("new.jsonl"),
                version(
                        1,
                        "2025-01-01",
                        "# Terms\\n\\nWe place **no** cookies here.\\n\\nDisputes are decided by one arbitrator."));
        Path queries = Files.writeString(folder.resolve("queries.jsonl"), """
                {"query": "cookies", "kind": "words", "expected": [{"document": "nimbus/terms-of-service", "phrase": "place no cookies"}]}
                {"query": "cookies", "kind": "words", "expected": [{"document": "nimbus/terms-of-service", "phrase": "We place cookies"}]}
                {"query": "arbitrator", "kind": "meaning", "expected": [{"document": "other/terms", "phrase": "arbitrator"}]}
                """);
        Path out = folder.resolve("out.jsonl");

        List<String> lines = run(
                0,
                "--histories",
                folder.resolve("terms").toString(),
                "--queries",
                queries.toString(),
                "--out",
                out.toString());

        assertEquals("search: queries=3 success-at-1=0.333 success-at-5=0.333 mrr=0.333", lines.getLast());
        assertEquals(
                List.of(
                        "{\"query\":\"cookies\",\"kind\":\"words\",\"rank\":1}",
                        "{\"query\":\"cookies\",\"kind\":\"words\",\"rank\":0}",
                        "{\"query\":\"arbitrator\",\"kind\":\"meaning\",\"rank\":0}"),
                Files.readAllLines(out));
    }

    @Test
    void refusesQueriesThatCannotBeAsked() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.jsonl"), "{\"query\": \"a\"}\n");

        run(2, "--histories", folder.toString(), "--queries", bad.toString());
        run(
                2,
                "--histories",
                folder.toString(),
                "--queries",
                folder.resolve("none").toString());
        run(2, "--histories", folder.resolve("none").toString(), "--queries", bad.toString());
    }

    private static String version(int seq, String day, String content) {
        return "{\"seq\": %d, \"service\": \"Nimbus\", \"termsType\": \"Terms of Service\", \"date\": \"%sT00:00:00Z\", \"content\": \"%s\"}\n"
                .formatted(seq, day, content);
    }

    private static List<String> run(int code, String... options) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] arguments = new String[options.length + 2];
        arguments[0] = "eval";
        arguments[1] = "search";
        System.arraycopy(options, 0, arguments, 2, options.length);
        int ended = Clausewatch.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        assertEquals(code, ended, err::toString);
        assertTrue(
                code == 0 || err.toString().startsWith("--") || err.toString().contains("line 1"), err::toString);
        return out.toString().lines().toList();
    }
}
