package dev.clausewatch.cli;

/** A command cannot do what was asked; the message says why and what to do, and the process ends with the exit code. */
public final class CommandFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int exitCode;

    private CommandFailedException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** The input cannot be used: exit code 2. */
    public static CommandFailedException unusable(String message) {
        return new CommandFailedException(2, message);
    }

    /** The command ran and its answer is no, such as a check that does not hold or a server that refused: exit code 1. */
    public static CommandFailedException no(String message) {
        return new CommandFailedException(1, message);
    }

    /** What the process ends with. */
    public int exitCode() {
        return exitCode;
    }
}
