package dev.clausewatch.gateway.documents;

import dev.clausewatch.gateway.readmodel.Archive;
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
 * @param origin captured by us ({@code LIVE}) or taken from an archive ({@code IMPORT})
 * @param archive the archive of an imported version; absent when it was captured
 * @param archiveCommit the commit there that recorded it; absent when it was captured
 * @param cause why the text differs from the one before
 * @param firstSeenAt when it was first captured, or fetched by the archive it comes from
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
        @Nullable Archive archive,
        @Nullable String archiveCommit,
        String cause,
        Instant firstSeenAt,
        Instant lastVerifiedAt,
        String textHash,
        String extractor,
        List<String> rawHashes) {

    /** Whether the text was taken from an archive, and not captured by us. */
    public boolean imported() {
        return origin.equals("IMPORT");
    }
}
