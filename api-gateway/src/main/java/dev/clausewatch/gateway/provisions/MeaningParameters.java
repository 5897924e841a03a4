package dev.clausewatch.gateway.provisions;

import dev.clausewatch.events.Areas;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of the lists of standing provisions and of coverage, as they came; {@link MeaningFilter} reads them. */
public class MeaningParameters {

    /** What a provision does. */
    @QueryParam("type")
    @Parameter(description = "Id of what a provision does; see the register", example = "ai-training")
    public @Nullable String type;

    /** Regulatory area. */
    @QueryParam("area")
    @Parameter(
            description = "Id of a regulatory area; see the register. With type: of the same provision",
            example = Areas.EU_AI_ACT)
    public @Nullable String area;

    /** Slug or name of a platform. */
    @QueryParam("platform")
    @Parameter(description = "Slug or name of a platform", example = "orbitra")
    public @Nullable String platform;

    /** Terms type. */
    @QueryParam("termsType")
    @Parameter(description = "Terms type, in any case", example = "Privacy Policy")
    public @Nullable String termsType;

    /** Where to go on. */
    @QueryParam("cursor")
    @Parameter(description = "\"next\" of the page before")
    public @Nullable String cursor;

    /** How many. */
    @QueryParam("limit")
    @Parameter(description = "1 to 100, 20 when absent")
    public @Nullable String limit;
}
