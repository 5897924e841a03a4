package dev.clausewatch.crawler.bundle;

import java.io.IOException;

/** A file that a check needs cannot be read; the message says which and why. */
public final class UnusableFileException extends IOException {

    private static final long serialVersionUID = 1;

    /** The message is a sentence for people. */
    public UnusableFileException(String message) {
        super(message);
    }
}
