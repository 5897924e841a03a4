package dev.clausewatch.gateway.documents;

import dev.clausewatch.events.StatedDate;
import dev.clausewatch.gateway.citations.Citation;
import dev.clausewatch.gateway.readmodel.Archive;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a document: a stretch of time with one text. Three dates are told apart: when we, or the archive, first saw the text
 * ({@code firstSeenAt}), from when on it applies by its own words ({@code effective}), and up to when we know that it stood
 * ({@code lastVerifiedAt}).
 *
 * @param snapshotId its first snapshot, which names it
 * @param documentId the document
 * @param sequence 1, 2, 3 … per document
 * @param previousSnapshotId the version before
 * @param nextSnapshotId the version behind; absent for the newest
 * @param changeId the change that introduced it; absent before it is compared
 * @param origin captured by us ({@code LIVE}) or taken from an archive ({@code IMPORT})
 * @param archive the archive of an imported version; absent when it was captured
 * @param archiveCommit the commit there that recorded it; absent when it was captured
 * @param cause why the text differs from the one before
 * @param suspect whether it is probably a broken capture and no text of the document: {@code ?on=} and {@code stoodUntil} pass it over
 * @param firstSeenAt when it was first captured, or fetched by the archive it comes from
 * @param stoodUntil when the next text that is not suspect was first seen; absent while it stands
 * @param lastVerifiedAt when it was last seen to stand: we know it up to then
 * @param effective from when on it applies, as it says itself; absent when it states no such day
 * @param statedDates all dates that it states about itself
 * @param textHash SHA-256 of the text
 * @param extractor what read it out of the page
 * @param rawHashes SHA-256 of the captured bytes
 * @param citation how to cite it
 */
public record Version(
        String snapshotId,
        String documentId,
        long sequence,
        @Nullable String previousSnapshotId,
        @Nullable String nextSnapshotId,
        @Nullable String changeId,
        String origin,
        @Nullable Archive archive,
        @Nullable String archiveCommit,
        String cause,
        boolean suspect,
        Instant firstSeenAt,
        @Nullable Instant stoodUntil,
        Instant lastVerifiedAt,
        @Nullable LocalDate effective,
        List<StatedDate> statedDates,
        String textHash,
        String extractor,
        List<String> rawHashes,
        Citation citation) {

    /** Whether the text was taken from an archive, and not captured by us. */
    public boolean imported() {
        return origin.equals("IMPORT");
    }
}
