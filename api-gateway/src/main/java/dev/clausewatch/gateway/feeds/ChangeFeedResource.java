package dev.clausewatch.gateway.feeds;

import dev.clausewatch.gateway.access.TokenInAddress;
import dev.clausewatch.gateway.changes.ChangeParameters;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Changes as Atom, with the filters of the list. */
@Path("/api/v1/changes.atom")
@Produces(ChangeFeeds.TYPE + ";charset=UTF-8")
@Tag(name = "Feeds")
public class ChangeFeedResource {

    private final ChangeFeeds feeds;

    ChangeFeedResource(ChangeFeeds feeds) {
        this.feeds = feeds;
    }

    /** The feed. */
    @GET
    @TokenInAddress
    @Operation(summary = "Changes as an Atom feed, with the filters of the list", description = ChangeFeeds.DESCRIPTION)
    @APIResponse(
            responseCode = "200",
            description = "The feed",
            content =
                    @Content(
                            mediaType = ChangeFeeds.TYPE,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "ChangeFeed", ref = "ChangeFeed")))
    public Response getChangeFeed(
            @BeanParam ChangeParameters given,
            @Parameter(description = ChangeFeeds.TOKEN, example = "cwf_…")
                    @QueryParam(TokenInAddress.PARAMETER)
                    @Nullable
                    String token,
            @Context UriInfo address,
            @Context Request request) {
        return feeds.respond(given, address, request);
    }
}
