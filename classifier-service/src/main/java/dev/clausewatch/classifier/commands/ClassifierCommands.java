package dev.clausewatch.classifier.commands;

import dev.clausewatch.runtime.commands.Commands;
import picocli.CommandLine.Command;

/** The commands of the classifier, as {@code ./clausewatch NAME} runs them. */
@Command(
        name = "clausewatch",
        subcommands = {EvalCommand.class, ReclassifyCommand.class, RulesCommand.class, TrainCommand.class},
        synopsisSubcommandLabel = "COMMAND")
public final class ClassifierCommands {

    private ClassifierCommands() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(Commands.of(new ClassifierCommands()).execute(arguments));
    }
}
