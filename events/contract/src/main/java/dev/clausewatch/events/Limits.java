package dev.clausewatch.events;

/** Sizes, in bytes, set once for the crawler, producers, the broker and consumers. */
public final class Limits {

    /** A raw page; a larger one is not captured. */
    public static final int RAW_PAGE_BYTES = 10 * 1024 * 1024;

    /** The text of a snapshot, as UTF-8. */
    public static final int TEXT_BYTES = 1024 * 1024;

    /** An event's data, as JSON. */
    public static final int EVENT_BYTES = 8 * 1024 * 1024;

    /** A record at the broker: an event with its headers and framing. */
    public static final int RECORD_BYTES = EVENT_BYTES + 64 * 1024;

    private Limits() {}
}
