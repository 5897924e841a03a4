package dev.clausewatch.crawler.commands;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The commands of the crawler. Exit code 0 when the command did what it is for, 1 when its answer is no or it broke off, 2 when what
 * was asked cannot be used.
 */
@Command(
        name = "clausewatch",
        subcommands = {EvalCommand.class},
        synopsisSubcommandLabel = "COMMAND")
public final class CrawlerCommands {

    private CrawlerCommands() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** All commands, for the process and for tests. */
    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new CrawlerCommands());
        commandLine.setExecutionExceptionHandler((exception, failed, result) -> {
            if (exception instanceof CommandFailedException refused) {
                failed.getErr().println(refused.getMessage());
                return refused.exitCode();
            }
            throw exception;
        });
        return commandLine;
    }
}
