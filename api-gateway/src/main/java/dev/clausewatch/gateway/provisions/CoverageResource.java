package dev.clausewatch.gateway.provisions;

import dev.clausewatch.gateway.http.ItemPage;
import dev.clausewatch.runtime.http.Parameters;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Which documents have clauses of a kind, and which have none. */
@Path("/api/v1/coverage")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Provisions")
public class CoverageResource {

    private final StandingProvisions provisions;

    CoverageResource(StandingProvisions provisions) {
        this.provisions = provisions;
    }

    /** Lists documents. */
    @GET
    @Operation(
            summary = "Which documents have clauses of a kind, and which have none",
            description =
                    "Of the newest version of each watched document that is not suspect, how many provisions are of the type"
                            + " and area that are asked for; one of both is needed. Read \"none\" from matching 0"
                            + " with pending 0 and unassessed 0, where provisions is above 0: with 0 they are not known.")
    public RestResponse<ItemPage<DocumentCoverage>> listCoverage(
            @BeanParam MeaningParameters parameters,
            @QueryParam("covered")
                    @Parameter(
                            description =
                                    "true: only documents with such clauses; false: only those where none is found")
                    @Nullable
                    String covered,
            @Context UriInfo request) {
        return provisions
                .coverage(parameters, Parameters.flag("covered", covered))
                .respond(request);
    }
}
