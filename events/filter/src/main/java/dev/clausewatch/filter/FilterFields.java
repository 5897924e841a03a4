package dev.clausewatch.filter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A filter as it is sent, stored and shown; {@link Filter#read} validates it. What is absent, and an empty list, asks for nothing. Each list
 * asks for any of its entries; names and enumeration values are in any case.
 *
 * @param platforms names of platforms
 * @param termsTypes terms types
 * @param documents ids of documents
 * @param areas regulatory areas of the provision
 * @param minSeverity the provision has at least this severity
 * @param provisions the lasting ids of provisions; a split or merge of one is a change of it
 * @param types what the provision does
 * @param instruments laws that the provision engages
 * @param directions what the difference does to those bound; {@code UNCLEAR} where that is not clear
 * @param minMateriality the change of the provision matters at least so much
 * @param kinds kinds of the change
 * @param languages BCP 47 tags; {@code en} includes {@code en-GB}
 * @param jurisdictions ISO 3166 codes or {@code EU}; a document for everybody has them all
 * @param words a query in Lucene's syntax that the changed words of the provision fit, see {@link WordQuery}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FilterFields(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<@Nullable String> platforms,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<@Nullable String> termsTypes,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<@Nullable String> documents,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<@Nullable String> areas,
        @Nullable String minSeverity,
        @Nullable List<@Nullable String> provisions,
        @Nullable List<@Nullable String> types,
        @Nullable List<@Nullable String> instruments,
        @Nullable List<@Nullable String> directions,
        @Nullable String minMateriality,
        @Nullable List<@Nullable String> kinds,
        @Nullable List<@Nullable String> languages,
        @Nullable List<@Nullable String> jurisdictions,
        @Nullable String words) {

    /** Asks for nothing. */
    public static final FilterFields NONE =
            new FilterFields(null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** The same at these platforms. */
    public FilterFields atPlatforms(List<@Nullable String> others) {
        return new FilterFields(
                others,
                termsTypes,
                documents,
                areas,
                minSeverity,
                provisions,
                types,
                instruments,
                directions,
                minMateriality,
                kinds,
                languages,
                jurisdictions,
                words);
    }
}
