package dev.clausewatch.cli.classifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.classifier.reader.ChatEndpoint;
import dev.clausewatch.cli.CommandFailedException;
import dev.clausewatch.cli.Commands;
import dev.clausewatch.testing.ModelServer;
import dev.clausewatch.testing.ModelServer.Asked;
import dev.clausewatch.testing.ModelServer.Reply;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code eval classify --reader language-model} against a server of our own. */
class EvalLanguageModelTest {

    private static final String RIVALS = "You may not use outputs to train competing models.";
    private static final String RENEWS = "Your plan renews automatically each month.";
    private static final String OLD = "You must be at least 13 years old.";

    @TempDir
    Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private static Reply answer(Asked asked) {
        if (asked.material().contains(RIVALS)) {
            return says("non-compete", "train competing models");
        }
        return asked.material().contains(RENEWS)
                ? says("auto-renewal-or-cancellation", "renews each year")
                : new Reply.Says("It is about age.");
    }

    private static Reply says(String type, String quotation) {
        return new Reply.Says("{\"types\": [{\"type\": \"%s\", \"quotation\": \"%s\"}]}".formatted(type, quotation));
    }

    @Test
    void measuresWithTheSameFiguresAndCountsWhatIsRefused() throws IOException {
        try (ModelServer server = new ModelServer(EvalLanguageModelTest::answer)) {
            Path cases = folder.resolve("cases.jsonl");
            assertEquals(0, run(server, "--out", cases.toString()));
            assertTrue(
                    lastLine().startsWith("classify: mode=language-model provisions=3 type-micro-f1=0.500 "),
                    lastLine());
            assertTrue(out.toString().contains("refused: 1 of answer unfounded\n"), out.toString());
            assertTrue(out.toString().contains("refused: 1 of answer unreadable\n"), out.toString());
            assertTrue(out.toString().contains("refused: 1 of type unfounded\n"), out.toString());
            assertTrue(
                    Files.readString(cases)
                            .contains("\"evidence\":[{\"type\":\"non-compete\",\"start\":27,\"end\":49,"
                                    + "\"rule\":\"language-model/test-model\"}]"),
                    Files.readString(cases));
        }
    }

    @Test
    void whatIsAnsweredInTheFileIsNotAskedAgain() throws IOException {
        Path answers = folder.resolve("answers.jsonl");
        try (ModelServer server = new ModelServer(EvalLanguageModelTest::answer)) {
            assertEquals(0, run(server, "--answers", answers.toString()));
            String first = lastLine();
            assertEquals(3, server.asked().size());
            List<String> lines = Files.readAllLines(answers);
            String cutOff = lines.getLast().substring(0, 20);
            Files.writeString(answers, String.join("\n", lines.subList(0, 2)) + "\n" + cutOff);
            assertEquals(0, run(server, "--answers", answers.toString()));
            assertEquals(4, server.asked().size());
            assertEquals(0, run(server, "--answers", answers.toString()));
            assertEquals(4, server.asked().size());
            assertEquals(figures(first), figures(lastLine()));
            Files.writeString(answers, "no JSON\nnull\n{}\n[]\n", StandardOpenOption.APPEND);
            assertEquals(0, run(server, "LANGUAGE_MODEL", "another-model", "--answers", answers.toString()));
            assertEquals(7, server.asked().size());
        }
    }

    private static String figures(String line) {
        return line.substring(0, line.indexOf(" provisions-per-s="));
    }

    @Test
    void aModelThatGivesNoAnswerIsAskedAgainAndThenTheRunBreaksOff() throws IOException {
        AtomicInteger failures = new AtomicInteger(2);
        try (ModelServer server =
                new ModelServer(asked -> failures.getAndDecrement() > 0 ? new Reply.Sends(503, "") : answer(asked))) {
            List<Duration> twice = List.of(Duration.ZERO, Duration.ZERO);
            GoldProvision row = new GoldProvision("p1", "Nimbus", "Terms of Service", "Use", RIVALS, List.of());
            assertEquals(1, reader(server.url(), twice).types(row).size());
            failures.set(3);
            LanguageModelReader reader = reader(server.url(), twice);
            CommandFailedException failed = assertThrows(CommandFailedException.class, () -> reader.types(row));
            assertEquals(1, failed.exitCode());
            assertTrue(String.valueOf(failed.getMessage()).contains("status 503 (provision p1)"), failed.getMessage());
        }
    }

    @Test
    void aProvisionThatTheModelWillNotReadIsCountedAndTheRunGoesOn() throws IOException {
        try (ModelServer server =
                new ModelServer(asked -> asked.material().contains(OLD) ? new Reply.Sends(400, "") : answer(asked))) {
            Path answers = folder.resolve("answers.jsonl");
            assertEquals(0, run(server, "--answers", answers.toString()));
            assertTrue(out.toString().contains("refused: 1 of answer refused\n"), out.toString());
            assertEquals(2, Files.readAllLines(answers).size());
        }
    }

    private static LanguageModelReader reader(URI url, List<Duration> pauses) throws IOException {
        return new LanguageModelReader(
                new ChatEndpoint(url, "test-model", null, Duration.ofSeconds(30)),
                KeptReadings.of(null, "test-model"),
                ShippedRules.shipped().register(),
                pauses);
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        assertEquals(2, run(Map.of(), "--reader", "language-model"));
        assertTrue(err.toString().contains("set LANGUAGE_MODEL_URL"), err.toString());
        Map<String, String> somewhere = Map.of("LANGUAGE_MODEL_URL", "http://127.0.0.1:1/v1");
        assertEquals(2, run(Map.of("LANGUAGE_MODEL_URL", "ftp://x"), "--reader", "language-model"));
        Map<String, String> key = Map.of("LANGUAGE_MODEL_URL", "http://h/v1", "LANGUAGE_MODEL_KEY", "a\nb");
        assertEquals(2, run(key, "--reader", "language-model"));
        assertTrue(err.toString().contains("LANGUAGE_MODEL_KEY has a character"), err.toString());
        assertEquals(2, run(somewhere, "--reader", "crystal-ball"));
        assertEquals(2, run(somewhere, "--reader", "language-model", "--cross-validate", "2"));
        assertEquals(2, run(somewhere, "--answers", folder.resolve("a").toString()));
        assertEquals(
                2,
                run(
                        somewhere,
                        "--reader",
                        "language-model",
                        "--answers",
                        folder.resolve("none/a").toString()));
    }

    private int run(ModelServer server, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of(arguments));
        String model = "test-model";
        if (all.getFirst().equals("LANGUAGE_MODEL")) {
            all.removeFirst();
            model = all.removeFirst();
        }
        all.addAll(List.of("--reader", "language-model"));
        return run(
                Map.of("LANGUAGE_MODEL_URL", server.url().toString(), "LANGUAGE_MODEL", model),
                all.toArray(String[]::new));
    }

    private int run(Map<String, String> environment, String... arguments) throws IOException {
        CommandLine command = Commands.of(new EvalClassifyCommand(environment));
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(err));
        List<String> all = new ArrayList<>(List.of("--gold", gold()));
        all.addAll(List.of(arguments));
        return command.execute(all.toArray(String[]::new));
    }

    private String lastLine() {
        return List.of(out.toString().strip().split("\n")).getLast();
    }

    private String gold() throws IOException {
        String row = """
                {"id":"%s","service":"Nimbus","termsType":"Terms of Service","heading":"Use","text":"%s","types":["%s"]}
                """;
        return Files.writeString(
                        folder.resolve("gold.jsonl"),
                        row.formatted("p1", RIVALS, "non-compete")
                                + row.formatted("p2", RENEWS, "auto-renewal-or-cancellation")
                                + row.formatted("p3", OLD, "children"))
                .toString();
    }
}
