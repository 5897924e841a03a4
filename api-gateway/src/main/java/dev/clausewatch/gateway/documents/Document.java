package dev.clausewatch.gateway.documents;

import dev.clausewatch.gateway.readmodel.Archive;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document.
 *
 * @param id names it
 * @param platform slug of its platform
 * @param platformName name of its platform
 * @param termsType terms type as declared
 * @param language BCP 47 tag, where known
 * @param jurisdictions ISO 3166 codes or {@code EU}; empty when it is for everybody
 * @param url its address, for people; absent when only an archive holds it
 * @param archive the archive that alone holds it; absent when it is declared
 * @param category what kind of platform, as declared
 * @param cadence time between two captures; absent when only an archive holds it
 * @param sources the pages it is made of
 * @param retired whether it is no longer watched
 * @param source whether we know what it says today
 * @param newestVersion the newest version; absent before the first
 * @param versions how many there are
 * @param lastVerifiedAt when the newest version was last seen to stand
 */
public record Document(
        String id,
        String platform,
        String platformName,
        String termsType,
        @Nullable String language,
        List<String> jurisdictions,
        @Nullable String url,
        @Nullable Archive archive,
        @Nullable String category,
        @Nullable Duration cadence,
        List<String> sources,
        boolean retired,
        SourceHealth source,
        @Nullable NewestVersion newestVersion,
        long versions,
        @Nullable Instant lastVerifiedAt) {

    Document with(List<Unprocessed> letters) {
        return new Document(
                id,
                platform,
                platformName,
                termsType,
                language,
                jurisdictions,
                url,
                archive,
                category,
                cadence,
                sources,
                retired,
                source.with(letters),
                newestVersion,
                versions,
                lastVerifiedAt);
    }

    /**
     * The newest version of a document.
     *
     * @param snapshotId names it
     * @param sequence its place
     * @param firstSeenAt when it was first captured, or fetched by the archive it comes from
     */
    public record NewestVersion(String snapshotId, long sequence, Instant firstSeenAt) {}
}
