package dev.clausewatch.gateway.provisions;

import dev.clausewatch.events.DiffRun;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.gateway.changes.Redline;
import dev.clausewatch.gateway.citations.Citation;
import dev.clausewatch.gateway.readmodel.Archive;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The life of a provision across the versions of its document.
 *
 * @param id lasts across versions
 * @param document where it stands or stood
 * @param firstSeen the first version with it
 * @param current as it stands in the newest version that is not suspect; absent when it is gone
 * @param goneSince the first version without it; absent while it stands
 * @param steps what happened to it, oldest first
 * @param next the cursor of the steps that follow; absent at the end
 * @param citation how to cite it
 */
public record ProvisionLife(
        String id,
        Document document,
        Seen firstSeen,
        @Nullable StandingProvision current,
        @Nullable Seen goneSince,
        List<Step> steps,
        @Nullable String next,
        Citation citation) {

    /**
     * The document of a provision.
     *
     * @param id names it
     * @param platform name of its platform
     * @param termsType terms type
     * @param url its address; absent when it was known from an archive only
     * @param archive the archive that the first text with the provision comes from; absent when that was captured
     */
    @Schema(name = "ProvisionDocument")
    public record Document(
            String id,
            String platform,
            String termsType,
            @Nullable String url,
            @Nullable Archive archive) {}

    /** A version and when it was first seen. */
    public record Seen(String snapshotId, long sequence, Instant firstSeenAt) {}

    /**
     * Something that happened to a provision.
     *
     * @param changeId the change
     * @param kind of the change
     * @param detectedAt when the versions were compared
     * @param version the new version, and when its text was first seen
     * @param what {@code ADDED}, {@code REMOVED}, {@code EDITED}, {@code MOVED}, {@code RENUMBERED}, {@code SPLIT}, {@code MERGED},
     *     {@code HEADING_CHANGED}
     * @param number as printed then
     * @param headingPath the headings above it then
     * @param from the provisions it came from, when split or merged
     * @param into the provisions that were split off it, or that it was merged into
     * @param before its words before; absent when these did not change
     * @param after its words then; absent when these did not change
     * @param diff word by word
     * @param redline the same as words, for reading
     */
    public record Step(
            String changeId,
            String kind,
            Instant detectedAt,
            Seen version,
            List<String> what,
            @Nullable String number,
            List<String> headingPath,
            List<String> from,
            List<String> into,
            @Nullable ProvisionText before,
            @Nullable ProvisionText after,
            List<DiffRun> diff,
            List<Redline.Run> redline) {}
}
