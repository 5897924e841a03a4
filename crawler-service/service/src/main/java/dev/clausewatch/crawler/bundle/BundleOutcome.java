package dev.clausewatch.crawler.bundle;

import java.nio.channels.FileChannel;

/** What comes of asking for a bundle. */
sealed interface BundleOutcome {

    /**
     * It is made.
     *
     * @param file at its beginning; nobody else sees it, and it is gone when it is closed
     * @param size in bytes
     * @param name for who keeps it
     */
    record Made(FileChannel file, long size, String name) implements BundleOutcome {}

    /** There is no such document, or no snapshot of it in that range. */
    record Nothing() implements BundleOutcome {}

    /**
     * It would be larger than a bundle may be.
     *
     * @param bytes texts and pages together
     */
    record TooLarge(int snapshots, long bytes) implements BundleOutcome {}

    /** Enough others are being made. */
    record Busy() implements BundleOutcome {}
}
