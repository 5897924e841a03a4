package dev.clausewatch.crawler.imports;

import java.io.IOException;

/** What was named as an archive is none, or cannot be fetched or unpacked; the message says why and what to do. */
public final class UnusableArchiveException extends IOException {

    private static final long serialVersionUID = 1;

    UnusableArchiveException(String message) {
        super(message);
    }
}
