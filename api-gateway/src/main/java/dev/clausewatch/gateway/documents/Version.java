package dev.clausewatch.gateway.documents;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a document: a stretch of time with one text.
 *
 * @param snapshotId its first snapshot, which names it
 * @param documentId the document
 * @param sequence 1, 2, 3 … per document
 * @param previousSnapshotId the version before
 * @param origin live or imported
 * @param cause why the text differs from the one before
 * @param firstSeenAt when it was first captured
 * @param lastVerifiedAt when it was last seen to stand
 * @param textHash SHA-256 of the text
 * @param extractor what read it out of the page
 * @param rawHashes SHA-256 of the captured bytes
 */
public record Version(
        String snapshotId,
        String documentId,
        long sequence,
        @Nullable String previousSnapshotId,
        String origin,
        String cause,
        Instant firstSeenAt,
        Instant lastVerifiedAt,
        String textHash,
        String extractor,
        List<String> rawHashes) {}
