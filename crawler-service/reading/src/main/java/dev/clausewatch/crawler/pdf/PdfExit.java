package dev.clausewatch.crawler.pdf;

import java.util.Arrays;

/** How the child process ended, as its exit code. */
enum PdfExit {
    READ(0),
    /** What a JVM ends with that is told to end when its memory does. */
    OUT_OF_MEMORY(3),
    NO_TEXT(10),
    ENCRYPTED(11),
    BROKEN(12),
    TOO_MANY_PAGES(13),
    TEXT_TOO_LARGE(14),
    /** Any other: killed, or crashed, or its parent was gone. */
    GONE(15);

    private final int code;

    PdfExit(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static PdfExit of(int code) {
        return Arrays.stream(values())
                .filter(exit -> exit.code == code)
                .findFirst()
                .orElse(GONE);
    }
}
