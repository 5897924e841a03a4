package dev.clausewatch.crawler.declaration;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.clausewatch.crawler.Json;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.Ids;
import dev.clausewatch.events.Source;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A document as declared: one terms type of one declaration.
 *
 * @param declaration file name of the declaration without {@code .json}
 * @param platform name of the platform
 * @param termsType such as {@code Privacy Policy}
 * @param locale BCP 47 tag that tells it from the platform's other documents of that type; absent for the one without
 * @param language BCP 47 tag, where declared
 * @param jurisdictions where it applies; empty for everywhere
 * @param category what kind of platform, where declared
 * @param cadence time between two captures; zero for a document that only an archive holds
 * @param sources the pages it is made of, in order; never empty, the address of the archive when only that holds the document
 * @param warnings what was accepted but not followed, for people
 */
public record DocumentDefinition(
        String declaration,
        String platform,
        String termsType,
        @Nullable String locale,
        @Nullable String language,
        List<String> jurisdictions,
        @Nullable String category,
        Duration cadence,
        List<Source> sources,
        List<String> warnings) {

    public DocumentDefinition {
        jurisdictions = List.copyOf(jurisdictions);
        sources = List.copyOf(sources);
        warnings = List.copyOf(warnings);
    }

    /**
     * A document that an archive holds and nobody declared.
     *
     * @param address of the archive, absolute
     */
    public static DocumentDefinition archived(String service, String termsType, String address) {
        Source source = new Source(address, List.of(), List.of(), false);
        return new DocumentDefinition(
                service, service, termsType, null, null, List.of(), null, Duration.ZERO, List.of(source), List.of());
    }

    /** {@link Ids#document}. */
    @JsonIgnore
    public String id() {
        return Ids.document(declaration, termsType, locale);
    }

    /** Where it stands in its declaration, as JSON path. */
    @JsonIgnore
    public String path() {
        String entry = "$.terms[\"" + termsType + "\"]";
        return locale == null ? entry : entry + ".locales[\"" + locale + "\"]";
    }

    /** What every event of the document carries. */
    @JsonIgnore
    public DocumentRef ref() {
        return new DocumentRef(
                id(),
                platform,
                termsType,
                language,
                jurisdictions,
                sources.getFirst().fetch(),
                category);
    }

    /** Changes when anything declared changes. */
    @JsonIgnore
    public String hash() {
        return Ids.sha256(Json.write(this));
    }

    /** Changes when the pages are read in another way: other addresses or other selectors. */
    @JsonIgnore
    public String readingHash() {
        return Ids.sha256(Json.write(sources));
    }

    /** The host of the first source, in lower case and with its port where that is not the usual one. */
    @JsonIgnore
    public String host() {
        return hostOf(URI.create(sources.getFirst().fetch()));
    }

    /** The key by which requests to a site are limited. */
    public static String hostOf(URI url) {
        String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
        int usual = "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
        return url.getPort() == -1 || url.getPort() == usual ? host : host + ":" + url.getPort();
    }
}
