package dev.clausewatch.gateway.documents;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter about a document: what a stage of the pipeline could not process.
 *
 * @param stage which stage
 * @param state whether a later event of the document was processed
 * @param sequence the version's place; absent, as the three that follow, when it is about no version or cannot be read
 * @param snapshotId names the version
 * @param changeId names the change to the version that could not be classified
 * @param firstSeenAt when the version was first seen
 * @param since when it was first given up
 * @param reason why, for those who run the installation
 * @param record where the record is: topic, partition and offset
 */
public record Unprocessed(
        Stage stage,
        State state,
        @Nullable Long sequence,
        @Nullable String snapshotId,
        @Nullable String changeId,
        @Nullable Instant firstSeenAt,
        Instant since,
        String reason,
        String record) {

    /** A stage of the pipeline. */
    public enum Stage {
        /** A version is compared with the one before. */
        COMPARE,
        /** What a change means is worked out; then subscribers are told. */
        CLASSIFY
    }

    /** What followed. */
    @Schema(name = "UnprocessedState")
    public enum State {
        /** No later event of this document was processed. */
        HELD,
        /** Later versions were processed; this one is missing. */
        PASSED
    }
}
