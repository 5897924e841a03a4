package dev.clausewatch.cli;

import picocli.CommandLine;

/** How every command ends: with 0 when it did what it is for, 1 when its answer is no or it broke off, 2 for input that cannot be used. */
public final class Commands {

    private Commands() {}

    /** A command line of this command and what is below it. */
    public static CommandLine of(Object command) {
        CommandLine commandLine = new CommandLine(command);
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
