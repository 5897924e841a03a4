package dev.clausewatch.local;

/** What was asked cannot be done; the message says what and what to do instead. The command ends with exit code 2. */
public final class UsageException extends Exception {

    private static final long serialVersionUID = 1;

    /** What cannot be done, why, and what to do instead. */
    public UsageException(String message) {
        super(message);
    }
}
