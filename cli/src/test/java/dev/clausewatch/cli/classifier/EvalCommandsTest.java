package dev.clausewatch.cli.classifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.cli.Clausewatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvalCommandsTest {

    private static final String PROVISION = """
            {"id":"p1","service":"Nimbus","termsType":"Terms of Service","heading":"Disputes",\
            "text":"You may not use outputs to train competing models.","types":["non-compete"]}
            """;
    private static final String CHANGE = """
            {"id":"c1","service":"Nimbus","termsType":"Terms of Service","heading":"Notice",\
            "before":"We may change these terms on 30 days' notice.","after":"We may change these terms on 10 days' notice.",\
            "types":["unilateral-change"],"materiality":"material"}
            """;

    /** A service of the sixth that no shipped model of types learns from. */
    private static final String HELD_OUT = "Fern";

    @TempDir
    Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void measuresProvisionsWithTheShippedModel() throws IOException {
        Path cases = folder.resolve("cases.jsonl");
        assertEquals(0, run("eval", "classify", "--gold", file(PROVISION), "--out", cases.toString()));
        assertTrue(lastLine().startsWith("classify: mode=shipped provisions=1 type-micro-f1=1.000 "), lastLine());
        String written = Files.readString(cases);
        assertTrue(written.contains("\"types\":[\"non-compete\"]"), written);
        assertTrue(written.contains("\"evidence\":[{\"type\":\"non-compete\",\"start\":"), written);
    }

    @Test
    void measuresChangesWithTheShippedModel() throws IOException {
        Path cases = folder.resolve("cases.jsonl");
        assertEquals(0, run("eval", "changes", "--gold", file(CHANGE), "--out", cases.toString()));
        assertTrue(lastLine().startsWith("changes: mode=shipped n=1 "), lastLine());
        assertTrue(lastLine().contains(" material-recall=1.000 "), lastLine());
        assertTrue(Files.readString(cases).contains("\"materiality\":\"material\""));
    }

    @Test
    void trainsAnewWithoutTheServicesThatAreMeasured() throws IOException {
        String rows = PROVISION + PROVISION.replace("Nimbus", "Reelmoor") + PROVISION.replace("Nimbus", "Orbitra");
        assertEquals(
                0, run("eval", "classify", "--gold", file(rows), "--cross-validate", "2", "--data", folder.toString()));
        assertTrue(lastLine().startsWith("classify: mode=cv provisions=3 "), lastLine());
        assertTrue(out.toString().contains("of the training list are not below"), out.toString());
    }

    @Test
    void measuresWithTheQuickModelAlone() throws IOException {
        assertEquals(0, run("eval", "classify", "--gold", file(PROVISION), "--without-encoder"));
        assertTrue(lastLine().startsWith("classify: mode=shipped provisions=1 type-micro-f1=1.000 "), lastLine());
    }

    @Test
    void measuresOnServicesThatNoModelLearnedFrom() throws IOException {
        String rows = PROVISION + PROVISION.replace("Nimbus", HELD_OUT);
        assertEquals(0, run("eval", "classify", "--gold", file(rows), "--held-out"));
        assertTrue(lastLine().startsWith("classify: mode=shipped provisions=1 "), lastLine());

        assertEquals(2, run("eval", "classify", "--gold", file(PROVISION), "--held-out"));
        assertTrue(err.toString().contains("--held-out: all services of"), err.toString());
        assertEquals(2, run("eval", "classify", "--gold", file(rows), "--held-out", "--cross-validate", "2"));
    }

    @Test
    void saysWhatIsWrongWithARow() throws IOException {
        assertEquals(2, run("eval", "classify", "--gold", file(PROVISION.replace("non-compete", "no-such-type"))));
        assertTrue(err.toString().contains("row 1: types names no-such-type"), err.toString());
        assertEquals(2, run("eval", "changes", "--gold", file(CHANGE.replace("\"material\"", "\"huge\""))));
        assertTrue(err.toString().contains("materiality is huge"), err.toString());
        assertEquals(2, run("eval", "changes", "--gold", file("{")));
        assertEquals(2, run("eval", "classify", "--gold", folder.resolve("none").toString()));
        assertEquals(2, run("eval", "classify", "--gold", file(PROVISION), "--cross-validate", "1"));
    }

    @Test
    void saysThatAPackedFileIsNone() throws IOException {
        byte[] packed = packed(PROVISION.repeat(20));
        Path gold = folder.resolve("gold.jsonl.gz");
        for (byte[] bytes :
                List.of(PROVISION.getBytes(StandardCharsets.UTF_8), Arrays.copyOf(packed, packed.length / 2))) {
            Files.write(gold, bytes);
            err.getBuffer().setLength(0);
            assertEquals(2, run("eval", "classify", "--gold", gold.toString()));
            assertTrue(err.toString().contains(gold + " is not a whole gzip file"), err.toString());
        }
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packing = new GZIPOutputStream(bytes)) {
            packing.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void doesNotTrainOnHalfOfItsTexts() throws IOException {
        Files.createDirectories(folder.resolve("gold"));
        Files.writeString(folder.resolve("gold/provisions.jsonl"), PROVISION);
        Files.writeString(folder.resolve("gold/changes.jsonl"), CHANGE);
        assertEquals(2, run("train", "--data", folder.toString(), "--out", folder.toString()));
        assertTrue(err.toString().contains("gold/provisions-more.jsonl.gz. Name the folder"), err.toString());

        Files.write(folder.resolve("gold/provisions-more.jsonl.gz"), packed(PROVISION));
        Files.writeString(folder.resolve("gold/rare.jsonl"), PROVISION);
        Files.writeString(folder.resolve("gold/changes-more.jsonl"), CHANGE);
        Files.writeString(folder.resolve("gold/directions.jsonl"), CHANGE);
        assertEquals(2, run("train", "--data", folder.toString(), "--out", folder.toString()));
        assertTrue(err.toString().contains("provisions of the training list are not below"), err.toString());
    }

    private int run(String... arguments) {
        CommandLine commands = Clausewatch.commandLine();
        commands.setOut(new PrintWriter(out));
        commands.setErr(new PrintWriter(err));
        return commands.execute(arguments);
    }

    private String lastLine() {
        return List.of(out.toString().strip().split("\n")).getLast();
    }

    private String file(String rows) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "gold", ".jsonl"), rows)
                .toString();
    }
}
