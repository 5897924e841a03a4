package dev.clausewatch.crawler.commands;

/** A command cannot do what was asked; the message says why and what to do, and ends the process with the exit code. */
final class CommandFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** The input cannot be used. */
    static final int UNUSABLE_INPUT = 2;

    /** The command ran and its answer is no: a check or a verification that does not hold, a server that refused. */
    static final int NO = 1;

    private final int exitCode;

    CommandFailedException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
