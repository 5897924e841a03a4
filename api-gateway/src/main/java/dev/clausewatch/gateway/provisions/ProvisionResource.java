package dev.clausewatch.gateway.provisions;

import dev.clausewatch.gateway.http.ApiProblems;
import dev.clausewatch.gateway.http.ItemPage;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Provisions. */
@Path("/api/v1/provisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Provisions")
public class ProvisionResource {

    private final Provisions provisions;
    private final StandingProvisions standing;

    ProvisionResource(Provisions provisions, StandingProvisions standing) {
        this.provisions = provisions;
        this.standing = standing;
    }

    /** Lists those of all documents. */
    @GET
    @Operation(
            summary = "Provisions of all platforms as they stand, by what they do",
            description =
                    "Of the newest version of each watched document that is not suspect, those that are assessed and of the"
                            + " type, area, platform and terms type that are asked for, by document.")
    public RestResponse<ItemPage<FoundProvision>> findProvisions(
            @BeanParam MeaningParameters parameters, @Context UriInfo request) {
        return standing.find(parameters).respond(request);
    }

    /** Tells the life of one. */
    @GET
    @Path("/{id}")
    @Operation(
            summary = "The whole life of a provision",
            description =
                    "How it stands or since when it is gone, and every change of its words, number, headings and place,"
                            + " oldest first, 50 at a time: send next as cursor for those that follow.")
    public ProvisionLife getProvision(@PathParam("id") String id, @QueryParam("cursor") @Nullable String cursor) {
        return provisions.life(id, cursor).orElseThrow(() -> ApiProblems.notFound("provision", id));
    }
}
