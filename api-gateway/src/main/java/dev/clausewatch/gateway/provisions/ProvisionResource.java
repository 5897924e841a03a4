package dev.clausewatch.gateway.provisions;

import dev.clausewatch.gateway.http.ApiProblems;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Provisions. */
@Path("/api/v1/provisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Provisions")
public class ProvisionResource {

    private final Provisions provisions;

    ProvisionResource(Provisions provisions) {
        this.provisions = provisions;
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
