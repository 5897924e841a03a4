package dev.clausewatch.cli.brokers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.clausewatch.brokers.LetterRecord;
import dev.clausewatch.brokers.RecordPlace;
import dev.clausewatch.cli.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dead-letters show}: one letter, with its headers and its event. */
@Command(
        name = "show",
        description = "One dead letter with its headers and its event as indented JSON.",
        mixinStandardHelpOptions = true)
final class DeadLettersShowCommand implements Callable<Integer> {

    private static final int SHOWN = 20_000;
    private static final int LONGEST_HEADER = 4_000;
    private static final JsonMapper JSON = new JsonMapper();

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final BrokersOption brokers = new BrokersOption();

    @Parameters(paramLabel = "ID", description = "topic/partition/offset, as list has it")
    private String id = "";

    @Option(names = "--whole", description = "the event to its end, not its first " + SHOWN + " characters")
    private boolean whole;

    @Override
    public Integer call() throws IOException {
        LetterRecord found = brokers.letters(box -> box.find(RecordPlace.parse(id)));
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.print(LetterText.of(found.letter()));
        out.println("headers");
        found.headers()
                .forEach(header -> out.printf(
                        "  %s: %s%n",
                        Printable.line(header.getKey(), LONGEST_HEADER),
                        Printable.line(header.getValue(), LONGEST_HEADER)));
        byte[] value = found.value();
        if (value == null) {
            out.println("There is no event: the record has no value, or it was too large to be kept.");
        } else {
            event(out, value);
        }
        out.flush();
        return 0;
    }

    private void event(PrintWriter out, byte[] value) {
        String text = text(value);
        out.println("event");
        if (whole || text.length() <= SHOWN) {
            out.println(Printable.lines(text));
            return;
        }
        out.println(Printable.lines(text.substring(0, SHOWN)));
        out.printf("… cut behind %d of %d characters; --whole shows all%n", SHOWN, text.length());
    }

    private static String text(byte[] value) {
        try {
            JsonNode json = JSON.readTree(value);
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
        } catch (IOException e) {
            return "(not JSON) " + new String(value, StandardCharsets.UTF_8);
        }
    }
}
