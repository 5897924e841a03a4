package dev.clausewatch.gateway.search;

import dev.clausewatch.gateway.http.ApiProblems;
import dev.clausewatch.runtime.http.Parameters;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What other platforms say instead. */
@Path("/api/v1/provisions/{id}/similar")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Search")
public class SimilarResource {

    private static final int SIMILAR = 5;

    private final Searches searches;

    SimilarResource(Searches searches) {
        this.searches = searches;
    }

    /** Finds what other platforms say instead of a provision. */
    @GET
    @APIResponse(
            responseCode = "200",
            description = "One provision of each platform that has one",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SimilarProvisions.class),
                            examples = @ExampleObject(name = "example", ref = "SimilarProvisions")))
    @Operation(
            summary = "How other platforms handle what a provision handles",
            description =
                    "Of each other platform the standing provision of the same type that comes nearest in meaning, the nearest first,"
                            + " if it is near enough: rather none than a wrong one.")
    public SimilarProvisions getSimilarProvisions(
            @PathParam("id") String id,
            @QueryParam("limit") @Parameter(description = "1 to 100, 5 when absent") @Nullable String limit) {
        return new SimilarProvisions(searches.similar(id, Parameters.limit(limit, SIMILAR))
                .orElseThrow(() -> ApiProblems.notFound("standing provision", id)));
    }
}
