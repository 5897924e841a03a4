package dev.clausewatch.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The document an event is about, carried by every event so that no reader has to look it up.
 *
 * @param id slug of the declaration's file name, {@code /}, slug of the terms type, and {@code /} locale where there are several
 * @param platform name of the platform as declared, such as {@code Nimbus Chat}
 * @param termsType terms type as declared, such as {@code Terms of Service}
 * @param language BCP 47 tag, where known
 * @param jurisdictions ISO 3166 codes or {@code EU}; empty when the document is for everybody
 * @param url address of its first source, for people; that of the archive, or an {@link ArchiveName}, when only an archive holds it
 * @param category what kind of platform, as declared, such as {@code ai-assistant}; absent where it is not declared
 */
public record DocumentRef(
        String id,
        String platform,
        String termsType,
        @Nullable String language,
        List<String> jurisdictions,
        String url,
        @Nullable String category) {

    public DocumentRef {
        Required.text(id, "id");
        Required.text(platform, "platform");
        Required.text(termsType, "termsType");
        Required.text(url, "url");
        jurisdictions = Lists.copy(jurisdictions);
    }

    /** A document of a platform of unknown kind. */
    public DocumentRef(
            String id,
            String platform,
            String termsType,
            @Nullable String language,
            List<String> jurisdictions,
            String url) {
        this(id, platform, termsType, language, jurisdictions, url, null);
    }
}
