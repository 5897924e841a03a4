package dev.clausewatch.gateway.changes;

import dev.clausewatch.events.Areas;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of the list of changes, as they came; {@link ChangeFilter} reads them. */
public class ChangeParameters {

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
            example = "non-compete")
    public @Nullable String type;

    /** Lowest severity. */
    @QueryParam("severity")
    @Parameter(
            description = "At least: low, medium, high. With area and type: of the same provision",
            example = "medium")
    public @Nullable String severity;

    /** Kind. */
    @QueryParam("kind")
    @Parameter(description = "baseline, substantive, editorial, reverted, technical, suspect", example = "substantive")
    public @Nullable String kind;

    /** Whether subscribers are told. */
    @QueryParam("alert")
    @Parameter(description = "true: only what subscribers are told of; false: only the rest")
    public @Nullable String alert;

    /** Lower bound. */
    @QueryParam("since")
    @Parameter(
            description = "The text was first seen then or later: a date, or an RFC 3339 time",
            example = "2026-11-01")
    public @Nullable String since;

    /** Upper bound. */
    @QueryParam("until")
    @Parameter(description = "The text was first seen before: a date, or an RFC 3339 time")
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
