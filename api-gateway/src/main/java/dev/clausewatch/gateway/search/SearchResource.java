package dev.clausewatch.gateway.search;

import dev.clausewatch.gateway.http.ItemPage;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Search. */
@Path("/api/v1/search")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Search")
public class SearchResource {

    private final Searches searches;

    SearchResource(Searches searches) {
        this.searches = searches;
    }

    /** Finds provisions or changes. */
    @GET
    @APIResponse(
            responseCode = "200",
            description = "What was found",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SearchAnswer.class),
                            examples = @ExampleObject(name = "example", ref = "SearchAnswer")))
    @Operation(
            summary = "Provisions and changes by words and meaning, best first",
            description =
                    "What has most of the words, in any of their forms, and what comes near in meaning with other words (foundBy);"
                            + " phrases and filters always hold. Each with the words that fit best and the offsets of those"
                            + " asked for, in Unicode code points; with counts over all that was found."
                            + " building says that the index of this replica lacks something still.")
    public RestResponse<SearchAnswer> search(@BeanParam SearchParameters parameters, @Context UriInfo request) {
        SearchAnswer answer = searches.find(parameters);
        RestResponse.ResponseBuilder<SearchAnswer> response = RestResponse.ResponseBuilder.ok(answer);
        if (answer.next() != null) {
            response.header(HttpHeaders.LINK, ItemPage.link(request, answer.next()));
        }
        return response.build();
    }
}
