package dev.clausewatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.testing.ProjectFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What holds for every command. */
class CommandsTest {

    /** Picocli's own command takes any option. */
    static List<String> ourCommands() {
        return commands().stream()
                .filter(command -> !command.equals("generate-completion"))
                .toList();
    }

    static List<String> commands() {
        List<String> commands = new ArrayList<>();
        add(commands, "", Clausewatch.commandLine());
        return commands;
    }

    private static void add(List<String> commands, String name, CommandLine command) {
        commands.add(name);
        command.getSubcommands().forEach((sub, line) -> add(commands, (name + " " + sub).strip(), line));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void saysWhatItIsForAndEndsWithZero(String command) {
        StringWriter out = new StringWriter();
        String[] arguments = Stream.concat(Stream.of(command.split(" ")), Stream.of("--help"))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
        assertEquals(0, Clausewatch.commandLine().setOut(new PrintWriter(out)).execute(arguments));
        List<String> lines = out.toString().lines().toList();
        assertTrue(lines.getFirst().startsWith("Usage: " + ("clausewatch " + command).strip()), out::toString);
        assertTrue(lines.size() > 2, out::toString);
    }

    @ParameterizedTest
    @MethodSource("ourCommands")
    void refusesAnOptionItDoesNotHave(String command) {
        StringWriter err = new StringWriter();
        String[] arguments = Stream.concat(Stream.of(command.split(" ")), Stream.of("--no-such-option"))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
        assertEquals(2, Clausewatch.commandLine().setErr(new PrintWriter(err)).execute(arguments));
        assertFalse(err.toString().contains("\tat "), err::toString);
    }

    /** The script passes on what it has a line for. */
    @Test
    void theScriptKnowsEveryCommand() throws IOException {
        String script = Files.readString(ProjectFiles.at("clausewatch"));
        List<String> passedOn = script.lines()
                .filter(line -> line.startsWith("    ") && line.endsWith(")") && line.contains(" | "))
                .flatMap(line -> Stream.of(line.strip().replace(")", "").split(" \\| ")))
                .toList();
        for (String command : Clausewatch.commandLine().getSubcommands().keySet()) {
            assertTrue(script.contains("./clausewatch " + command), command + " is missing in the help");
            assertTrue(passedOn.contains(command), command + " is not passed on");
        }
    }

    @Test
    void completesItsCommandsInAShell() {
        StringWriter out = new StringWriter();
        assertEquals(0, Clausewatch.commandLine().setOut(new PrintWriter(out)).execute("generate-completion"));
        assertTrue(out.toString().contains("complete -F _complete_clausewatch"), out::toString);
    }
}
