package dev.clausewatch.gateway.search;

import dev.clausewatch.events.Areas;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of a search, as they came; {@link Searches} reads them. */
public class SearchParameters {

    /** What is asked. */
    @QueryParam("q")
    @Parameter(
            required = true,
            description = "Words, of which most must be there, in any of their forms; \"a phrase\" that must be there;"
                    + " -word or -\"a phrase\" that must not. At most 500 characters",
            example = "train \"your content\" -beta")
    public @Nullable String q;

    /** What is looked for. */
    @QueryParam("in")
    @Parameter(
            description = "provisions: as they stand now (when absent); changes: what came, went or was edited",
            example = "provisions")
    public @Nullable String in;

    /** Slug or name of a platform. */
    @QueryParam("platform")
    @Parameter(description = "Slug or name of a platform", example = "orbitra")
    public @Nullable String platform;

    /** Id of a document. */
    @QueryParam("document")
    @Parameter(description = "Id of a document", example = "orbitra/terms-of-service")
    public @Nullable String document;

    /** Terms type. */
    @QueryParam("termsType")
    @Parameter(description = "Terms type, in any case", example = "Privacy Policy")
    public @Nullable String termsType;

    /** Language. */
    @QueryParam("language")
    @Parameter(description = "BCP 47 tag of the document; en finds en-GB too", example = "en")
    public @Nullable String language;

    /** Regulatory area. */
    @QueryParam("area")
    @Parameter(
            description = "Id of a regulatory area; see the register. With type and severity: of the same provision",
            example = Areas.EU_AI_ACT)
    public @Nullable String area;

    /** What a provision does. */
    @QueryParam("type")
    @Parameter(
            description = "Id of what a provision does; see the register. With area and severity: the same provision",
            example = "ai-training")
    public @Nullable String type;

    /** Lowest severity. */
    @QueryParam("severity")
    @Parameter(description = "At least: low, medium, high; of changes only", example = "medium")
    public @Nullable String severity;

    /** Lower bound. */
    @QueryParam("since")
    @Parameter(
            description = "A provision has had its words, or the text of a change was first seen, since then or later:"
                    + " a date, or an RFC 3339 time",
            example = "2026-11-01")
    public @Nullable String since;

    /** Upper bound. */
    @QueryParam("until")
    @Parameter(description = "The same, before then: a date, or an RFC 3339 time")
    public @Nullable String until;

    /** Where to go on. */
    @QueryParam("cursor")
    @Parameter(description = "\"next\" of the page before")
    public @Nullable String cursor;

    /** How many. */
    @QueryParam("limit")
    @Parameter(description = "1 to 100, 20 when absent")
    public @Nullable String limit;
}
