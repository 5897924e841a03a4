package dev.clausewatch.diff.commands;

import dev.clausewatch.runtime.commands.Commands;
import picocli.CommandLine.Command;

/** The commands of the diff service, as {@code ./clausewatch NAME} runs them. */
@Command(
        name = "clausewatch",
        subcommands = {EvalCommand.class},
        synopsisSubcommandLabel = "COMMAND")
public final class DiffCommands {

    private DiffCommands() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(Commands.of(new DiffCommands()).execute(arguments));
    }
}
