package dev.clausewatch.crawler.bundle;

import dev.clausewatch.crawler.evidence.VerifyingKey;
import java.time.Instant;

/** What a check of a bundle found. */
public sealed interface Verdict {

    /**
     * Everything holds.
     *
     * @param document id of the document
     * @param snapshots how many
     * @param first when the first was captured
     * @param last when the last was
     * @param log the name of the log
     * @param size how many records it had when it was signed
     * @param key what signed it all
     */
    record Holds(String document, int snapshots, Instant first, Instant last, String log, long size, VerifyingKey key)
            implements Verdict {}

    /**
     * Something does not hold.
     *
     * @param part where
     * @param reason what is wrong with it
     */
    record Broken(String part, String reason) implements Verdict {}
}
