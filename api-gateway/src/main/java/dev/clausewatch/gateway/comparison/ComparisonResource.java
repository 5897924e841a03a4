package dev.clausewatch.gateway.comparison;

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

/** Any two versions of a document, compared. */
@Path("/api/v1/documents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Versions")
public class ComparisonResource {

    private final Comparisons comparisons;

    ComparisonResource(Comparisons comparisons) {
        this.comparisons = comparisons;
    }

    /** What differs between two. */
    @GET
    @Path("/{id: .+}/compare")
    @Operation(
            summary = "What differs between any two versions of a document, clause by clause",
            description =
                    "from and to are numbers of versions, days, RFC 3339 times or now. The provisions have the form of a"
                            + " change's, without what they mean. A comparison that would take too long compares whole lines, and"
                            + " one that is too large is shortened; signals say so. 503 with Retry-After when too many are asked"
                            + " for at once.")
    @APIResponse(
            responseCode = "200",
            description = "What differs",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = VersionComparison.class),
                            examples = @ExampleObject(name = "VersionComparison", ref = "VersionComparison")))
    public VersionComparison compareVersions(
            @PathParam("id") @Parameter(example = "orbitra/terms-of-service") String id,
            @Parameter(
                            required = true,
                            description = "The number of a version, a day, an RFC 3339 time, or now",
                            example = "2026-03-01")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(description = "Likewise; now when absent", example = "now") @QueryParam("to") @Nullable
                    String to) {
        return comparisons.compare(id, from, to);
    }
}
