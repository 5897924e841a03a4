package dev.clausewatch.gateway.changes;

import dev.clausewatch.gateway.access.RequiresScope;
import dev.clausewatch.gateway.access.Scope;
import dev.clausewatch.gateway.upstream.ClassifierClient;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Old changes by new rules, carried out by classifier-service; what {@code ./clausewatch reclassify} calls. */
@Path("/api/v1/admin/reclassification")
@RequiresScope(Scope.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Tag(name = "Administration")
public class ReclassificationResource {

    private static final String PATH = "/reclassification";

    private final ClassifierClient classifier;

    ReclassificationResource(ClassifierClient classifier) {
        this.classifier = classifier;
    }

    /** How far it is. */
    @GET
    @Operation(summary = "The rules in use, and how many changes were classified by others")
    @APIResponse(
            responseCode = "200",
            description = "How far it is",
            content = @Content(schema = @Schema(ref = "Reclassification")))
    public Response getReclassification() {
        return classifier.pass("GET", PATH, null, null);
    }

    /** The next batch. */
    @POST
    @Path("/batches")
    @Operation(
            summary = "Classify the next changes by the rules in use; nobody is alerted",
            description = "Parameters after (the next of the answer before) and dryRun.")
    @APIResponse(
            responseCode = "200",
            description = "What changed in this batch",
            content = @Content(schema = @Schema(ref = "ReclassificationBatch")))
    public Response reclassify(
            @QueryParam("after") @Nullable String after,
            @QueryParam("dryRun") @Nullable String dryRun,
            @Context UriInfo request) {
        return classifier.passBatch(
                "POST", PATH + "/batches", request.getRequestUri().getRawQuery());
    }

    /** What changed. */
    @GET
    @Path("/changes")
    @Operation(summary = "What the rules in use changed, in the order of documents and versions")
    @APIResponse(
            responseCode = "200",
            description = "A part of the differences",
            content = @Content(schema = @Schema(ref = "ReclassificationBatch")))
    public Response listReclassified(@QueryParam("after") @Nullable String after, @Context UriInfo request) {
        return classifier.passBatch(
                "GET", PATH + "/changes", request.getRequestUri().getRawQuery());
    }
}
