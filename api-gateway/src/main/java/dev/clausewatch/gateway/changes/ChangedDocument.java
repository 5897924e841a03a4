package dev.clausewatch.gateway.changes;

import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.gateway.readmodel.Archive;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The document of a change.
 *
 * @param id names it
 * @param platform name of its platform
 * @param termsType terms type as declared
 * @param language BCP 47 tag, where known
 * @param jurisdictions ISO 3166 codes or {@code EU}; empty when it is for everybody
 * @param url its address, for people; absent when it was known from an archive only
 */
public record ChangedDocument(
        String id,
        String platform,
        String termsType,
        @Nullable String language,
        List<String> jurisdictions,
        @Nullable String url) {

    static ChangedDocument of(DocumentRef document, @Nullable Archive archive) {
        return new ChangedDocument(
                document.id(),
                document.platform(),
                document.termsType(),
                document.language(),
                document.jurisdictions(),
                Archive.addressOf(document.url(), archive));
    }
}
