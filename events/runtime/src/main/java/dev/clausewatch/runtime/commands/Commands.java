package dev.clausewatch.runtime.commands;

import picocli.CommandLine;

/** Runs the commands of a service: exit code 0 when a command did what it is for, 1 when its answer is no or it broke off, 2 for input that cannot be used. */
public final class Commands {

    private Commands() {}

    /** A command line that ends as all commands do. */
    public static CommandLine of(Object root) {
        CommandLine commandLine = new CommandLine(root);
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
