package dev.clausewatch.crawler.commands;

import dev.clausewatch.runtime.commands.Commands;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of the crawler, as {@code ./clausewatch NAME} runs them. */
@Command(
        name = "clausewatch",
        subcommands = {DeclarationsCommand.class, EvalCommand.class, EvidenceCommand.class, ImportCommand.class},
        synopsisSubcommandLabel = "COMMAND")
public final class CrawlerCommands {

    private CrawlerCommands() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** All commands, for the process and for tests. */
    static CommandLine commandLine() {
        return Commands.of(new CrawlerCommands());
    }
}
