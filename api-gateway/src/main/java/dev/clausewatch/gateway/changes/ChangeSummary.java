package dev.clausewatch.gateway.changes;

import dev.clausewatch.gateway.readmodel.Archive;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change in a list.
 *
 * @param id names it
 * @param document id of its document
 * @param platform slug of its platform
 * @param platformName name of its platform
 * @param termsType terms type
 * @param url address of the document; absent when it was known from an archive only
 * @param kind what it is
 * @param firstSeenAt when the new text was first seen: captured, or fetched by the archive it comes from
 * @param detectedAt when the versions were compared; for an imported text the time of the import
 * @param origin of the new text: captured by us ({@code LIVE}) or taken from an archive ({@code IMPORT}); absent in rows of before
 * @param archive the archive of an imported text; absent when it was captured
 * @param touched how many provisions it touched
 * @param severity the highest of its provisions; absent without a type or before it is classified
 * @param materiality the highest of its provisions; absent before it is classified
 * @param areas regulatory areas it engages
 * @param types what its provisions do
 * @param headline what it does to whom, in one line; absent before it is classified and for classifications of earlier releases
 * @param summary what changed, and what that does to whom; absent before it is classified
 * @param alert whether subscribers are told; absent before it is classified
 * @param alertReason stable code for that
 * @param settlement whether it waited to settle
 * @param settled how that ended; absent while it waits or when it did not have to
 */
public record ChangeSummary(
        String id,
        String document,
        String platform,
        String platformName,
        String termsType,
        @Nullable String url,
        String kind,
        Instant firstSeenAt,
        Instant detectedAt,
        @Nullable String origin,
        @Nullable Archive archive,
        int touched,
        @Nullable String severity,
        @Nullable String materiality,
        List<String> areas,
        List<String> types,
        @Nullable String headline,
        @Nullable String summary,
        @Nullable Boolean alert,
        @Nullable String alertReason,
        String settlement,
        @Nullable String settled) {

    /** Whether the text was taken from an archive, and not captured by us. */
    public boolean imported() {
        return "IMPORT".equals(origin);
    }
}
