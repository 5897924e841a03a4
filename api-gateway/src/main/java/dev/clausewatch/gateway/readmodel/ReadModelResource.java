package dev.clausewatch.gateway.readmodel;

import dev.clausewatch.gateway.access.RequiresScope;
import dev.clausewatch.gateway.access.Scope;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;

/** The read model for those who run the installation. */
@Path("/api/v1/admin/read-model")
@Produces(MediaType.APPLICATION_JSON)
@RequiresScope(Scope.ADMIN)
@Tag(name = "Administration")
public class ReadModelResource {

    private static final Logger LOG = Logger.getLogger(ReadModelResource.class);

    private final ReadModel readModel;

    ReadModelResource(ReadModel readModel) {
        this.readModel = readModel;
    }

    /** How far it is. */
    @GET
    @Operation(summary = "How far the topics are read, and whether a rebuild is under way")
    public ReadModel.State getReadModel() {
        return readModel.state();
    }

    /** Drops it and builds it again. */
    @POST
    @Path("/rebuild")
    @Operation(
            summary = "Drop the read model and build it again from the topics",
            description =
                    "Answers are incomplete until GET says rebuilding: false; header Read-Model says so meanwhile.")
    @APIResponse(
            responseCode = "202",
            description = "It begins",
            content = @Content(schema = @Schema(implementation = ReadModel.State.class)))
    public RestResponse<ReadModel.State> rebuildReadModel() {
        LOG.info("The read model is rebuilt on request");
        readModel.rebuild();
        return RestResponse.status(RestResponse.Status.ACCEPTED, readModel.state());
    }
}
