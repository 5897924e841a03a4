package dev.clausewatch.crawler.bundle;

import dev.clausewatch.crawler.evidence.VerifyingKey;
import java.nio.file.Path;
import java.time.Instant;

/** What a check of a bundle found. */
public sealed interface VerificationResult {

    /**
     * Everything holds.
     *
     * @param document id of the document
     * @param snapshots how many
     * @param imported how many of them come from an archive and were not captured
     * @param first the earliest time at which a text was first seen: captured, or fetched by the archive
     * @param last the latest
     * @param log the name of the log
     * @param size how many records it had when it was signed
     * @param key what signed it all
     */
    record Holds(
            String document,
            int snapshots,
            int imported,
            Instant first,
            Instant last,
            String log,
            long size,
            VerifyingKey key)
            implements VerificationResult {}

    /**
     * Something does not hold.
     *
     * @param part where
     * @param reason what is wrong with it
     */
    record Broken(String part, String reason) implements VerificationResult {

        /** A sentence for people. */
        public String of(Path file) {
            return "%s does not hold. %s: %s".formatted(file, part, reason);
        }
    }
}
