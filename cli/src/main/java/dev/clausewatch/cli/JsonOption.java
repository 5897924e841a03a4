package dev.clausewatch.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code --json}, mixed into commands whose answer a program may read: one JSON object on standard output and nothing beside it. */
public final class JsonOption {

    /** Keys in the order of a record's components; absent ones are left out. */
    static final JsonMapper JSON = JsonMapper.builder()
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, null))
            .build();

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(names = "--json", description = "answer with one JSON object on standard output")
    private boolean given;

    /** Whether a program reads the answer. */
    public boolean isGiven() {
        return given;
    }

    /** Where words for people go: standard output, or standard error while a program reads that. */
    public PrintWriter people() {
        return given ? commandLine().getErr() : commandLine().getOut();
    }

    /** Writes a record or a {@link Summary} to standard output, whole or not at all. */
    public void print(Object answer) throws IOException {
        String json = JSON.writeValueAsString(answer);
        PrintWriter out = commandLine().getOut();
        out.println(json);
        out.flush();
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(command).commandLine();
    }
}
