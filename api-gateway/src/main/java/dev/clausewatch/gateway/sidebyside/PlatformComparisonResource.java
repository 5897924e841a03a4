package dev.clausewatch.gateway.sidebyside;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Platforms side by side. */
@Path("/api/v1/compare")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Search")
public class PlatformComparisonResource {

    private final PlatformComparisons comparisons;

    PlatformComparisonResource(PlatformComparisons comparisons) {
        this.comparisons = comparisons;
    }

    /** Compares. */
    @GET
    @APIResponse(
            responseCode = "200",
            description = "The platforms side by side",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PlatformComparison.class),
                            examples = @ExampleObject(name = "example", ref = "PlatformComparison")))
    @Operation(
            summary = "Two to six platforms side by side, by what their provisions do",
            description =
                    "Which platforms have provisions of each type, and how many; with type, the first ten of each platform too."
                            + " NONE_FOUND is told only where all provisions of a platform are assessed; otherwise it is NOT_KNOWN.")
    public PlatformComparison comparePlatforms(
            @QueryParam("platform") @Parameter(description = "Slugs of platforms, two to six: platform=a&platform=b")
                    List<String> platforms,
            @QueryParam("type")
                    @Parameter(
                            description = "Id of what a provision does; see the register. All when absent",
                            example = "ai-training")
                    @Nullable
                    String type) {
        return comparisons.compare(platforms, type);
    }
}
